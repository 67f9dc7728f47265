/** The first of a text, `most` UTF-16 units at most, never ending on half of a character, which nothing can store. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most)
}

/** The same with an ellipsis in place of what was left out. */
export const shortened = (text: string, most: number): string => (text.length > most ? `${cut(text, most - 1)}…` : text)
