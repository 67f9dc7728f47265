const hues = 6

/** The initials that people expect: the last two characters of a Chinese name, the first letters of a Latin one. */
export function initialsOf(name: string): string {
  const trimmed = name.trim()
  const chinese = [...trimmed.matchAll(/\p{Script=Han}/gu)].map(([character]) => character)
  if (chinese.length > 0) return chinese.slice(-2).join('')
  const words = trimmed.split(/[\s.·-]+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return (
    letters
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toUpperCase() || '?'
  )
}

/** A number from 0 to 5 that is always the same for the same id. */
export const hueOf = (id: string) =>
  [...id].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 997, 7) % hues

/** A person or company as initials; no outside image service learns who is looked at. */
export function Avatar({ name, id = name, large = false }: { name: string; id?: string; large?: boolean }) {
  return (
    <span className={`avatar hue-${hueOf(id)}${large ? ' large' : ''}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
