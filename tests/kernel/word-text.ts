import { strFromU8, unzipSync } from 'fflate'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text of one part of a Word file, as a reader sees it, without spaces between its pieces. */
export function wordTextOf(file: Uint8Array, part = 'word/document.xml'): string {
  const content = unzipSync(file)[part]
  if (!content) throw new Error(`no ${part}`)
  return [...strFromU8(content).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole))
    .join('')
}

/** The marks of one part of a Word file. */
export const wordMarksOf = (file: Uint8Array, part: string) => strFromU8(unzipSync(file)[part] ?? new Uint8Array())
