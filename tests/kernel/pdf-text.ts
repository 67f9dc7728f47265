import { inflateSync } from 'node:zlib'

type Objects = Map<number, { text: string; stream: Buffer | null }>

/** The objects of a PDF by number, their streams unpacked. */
function objectsOf(pdf: Uint8Array): Objects {
  const raw = Buffer.from(pdf).toString('latin1')
  const objects: Objects = new Map()
  for (const match of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number = '', body = ''] = match
    const [text = '', packed] = body.split(/\nstream\n|stream\n/)
    const bytes = packed === undefined ? null : Buffer.from(packed.replace(/\n?endstream\s*$/, ''), 'latin1')
    const stream = bytes && /FlateDecode/.test(text) ? inflateSync(bytes) : bytes
    objects.set(Number(number), { text, stream })
  }
  return objects
}

/** Which character each glyph of a font stands for, as its ToUnicode map says. */
function glyphsOf(map: string): Map<number, string> {
  const glyphs = new Map<number, string>()
  const character = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', , list] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]/g)) {
      const targets = [...(list ?? '').matchAll(/<([\w\s]+)>/g)].map(([, hex = '']) => hex.replace(/\s/g, ''))
      for (const [index, hex] of targets.entries()) glyphs.set(Number.parseInt(from, 16) + index, character(hex))
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(Number.parseInt(glyph, 16), character(hex))
  return glyphs
}

/** The text that a reader can select and search in a PDF: every glyph that is shown, through its font's map. */
export function textOf(pdf: Uint8Array): string {
  const objects = objectsOf(pdf)
  const fonts = new Map<string, Map<number, string>>()
  for (const { text } of objects.values())
    for (const [, name = '', reference = ''] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, map] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(reference))?.text ?? '') ?? []
      const stream = objects.get(Number(map))?.stream
      if (stream) fonts.set(name, glyphsOf(stream.toString('latin1')))
    }
  let shown = ''
  for (const { stream } of objects.values()) {
    const content = stream?.toString('latin1') ?? ''
    if (!content.includes(' Tf')) continue
    let font = new Map<number, string>()
    for (const [whole, name, list] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name) font = fonts.get(name) ?? new Map()
      if (!list || !whole) continue
      for (const [, hex = ''] of list.matchAll(/<(\w+)>/g))
        for (let at = 0; at < hex.length; at += 4)
          shown += font.get(Number.parseInt(hex.slice(at, at + 4), 16)) ?? '\ufffd'
    }
  }
  return shown
}

/** How far each stroke of more than one line goes, from its first point to its second, in points of the page. */
export function linesOf(pdf: Uint8Array): [across: number, down: number][] {
  const drawn = [...objectsOf(pdf).values()].map(({ stream }) => stream?.toString('latin1') ?? '')
  return drawn.flatMap((content) =>
    [...content.matchAll(/([\d.]+) ([\d.]+) m\n([\d.]+) ([\d.]+) l\n[\d.]+ [\d.]+ l/g)].map(
      ([, x = '', y = '', toX = '', toY = '']): [number, number] => [
        Math.round(Number(toX) - Number(x)),
        Math.round(Number(toY) - Number(y)),
      ],
    ),
  )
}
