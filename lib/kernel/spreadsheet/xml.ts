/** The attributes of every tag of this name, whatever its namespace is called. */
export function tags(xml: string, name: string): ((attribute: string) => string | undefined)[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^<>]*)>`, 'g'))].map(([, inside = '']) =>
    attributesOf(inside),
  )
}

/** The attributes that stand inside one tag. */
export function attributesOf(inside: string): (attribute: string) => string | undefined {
  const attributes = new Map(
    [...inside.matchAll(/(?<![\w:])([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key, double, single]) => [
      key,
      plain(double ?? single ?? ''),
    ]),
  )
  return (attribute) =>
    attributes.get(attribute) ?? [...attributes].find(([key]) => key?.endsWith(`:${attribute}`))?.[1]
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const plain = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, decimal, word) => {
    if (word) return named[word] ?? all
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
