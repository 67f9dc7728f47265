import type { ReactNode } from 'react'

type CardProps = {
  title?: ReactNode
  /** A quiet button or link at the right of the title. */
  action?: ReactNode
  /** The content reaches the edges (lists, tables). */
  flush?: boolean
  id?: string
  children: ReactNode
}

/** One matter on a page. */
export function Card({ title, action, flush = false, id, children }: CardProps) {
  return (
    <section className="card" id={id}>
      {title && (
        <div className="card-head">
          <h2>{title}</h2>
          {action}
        </div>
      )}
      <div className={flush ? 'card-body flush' : 'card-body'}>{children}</div>
    </section>
  )
}

export type Fact = { label: string; value: ReactNode; wide?: boolean }

/** Facts of a record; an empty one shows a dash, so that gaps are seen. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value, wide }) => (
        <div key={label} className={wide ? 'col-span-full' : undefined}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? <span className="text-muted">—</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
