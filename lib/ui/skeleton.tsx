/** Grey lines where text will be. The reader hears "loading" once. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div role="status" className="grid gap-3">
      <span className="hush">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line.toString()} className={line === lines - 1 ? 'skeleton w-2/3' : 'skeleton'} aria-hidden="true" />
      ))}
    </div>
  )
}
