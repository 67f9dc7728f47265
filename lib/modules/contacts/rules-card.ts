import { startsIdeographic } from '@/lib/kernel/search-text'
import type { PointKind } from './model'
import type { PersonView, PointView } from './model-people'

/** What a card says of a person: what the reader sees of them, but not our own notes and judgements. */
export type CardOf = Pick<
  PersonView,
  'id' | 'displayName' | 'englishName' | 'familyName' | 'givenName' | 'honorific' | 'language' | 'points' | 'posts'
>

/** A text value: backslash, comma, semicolon and line break are escaped (RFC 6350, 3.4); other control characters go. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in a card.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

const parts = (...texts: readonly (string | null)[]) => texts.map((text) => escaped(text ?? '')).join(';')

const longestLine = 75

/** A line of at most 75 octets, the rest folded under it with a space (3.2); no character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  const lines = ['']
  let octets = 0
  for (const sign of line) {
    const size = encoder.encode(sign).length
    if (octets + size > longestLine) {
      lines.push(' ')
      octets = 1
    }
    lines[lines.length - 1] += sign
    octets += size
  }
  return lines.join('\r\n')
}

const phoneTypes: Readonly<Partial<Record<PointKind, string>>> = { mobile: 'cell', phone: 'voice', fax: 'fax' }

/** A checked number is a link that dials; what could not be read as one stays as it was typed. */
function lineOf({ kind, value, link, preferred }: PointView): string {
  const first = preferred ? ';PREF=1' : ''
  const type = phoneTypes[kind]
  if (type && link?.startsWith('tel:')) return `TEL;VALUE=uri;TYPE=${type}${first}:${link}`
  if (type) return `TEL;VALUE=text;TYPE=${type}${first}:${escaped(value)}`
  if (kind === 'email') return `EMAIL${first}:${escaped(value)}`
  return kind === 'line' ? `X-LINE${first}:${escaped(value)}` : `NOTE:${escaped(value)}`
}

/** Family name first in its place whatever the script; a title stands after a Chinese name and before a Latin one. */
function nameLine({ displayName, familyName, givenName, honorific }: CardOf): string {
  const isChinese = startsIdeographic(familyName ?? givenName ?? displayName)
  const [before, after] = isChinese ? [null, honorific] : [honorific, null]
  const isSplit = Boolean(familyName || givenName)
  return `N:${[parts(isSplit ? familyName : null), parts(isSplit ? givenName : displayName), '', parts(before), parts(after)].join(';')}`
}

/** A person as a vCard of version 4.0 (RFC 6350), with the post that they hold now. */
export function cardOf(person: CardOf): string {
  const post = person.posts.find((each) => each.main && each.toDay === null) ?? person.posts.find((each) => !each.toDay)
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `UID:urn:uuid:${person.id}`,
    `FN:${escaped(person.displayName)}`,
    nameLine(person),
    ...(person.englishName ? [`NICKNAME:${escaped(person.englishName)}`] : []),
    ...(post ? [`ORG:${post.department ? parts(post.account.name, post.department) : parts(post.account.name)}`] : []),
    ...(post?.title ? [`TITLE:${escaped(post.title)}`] : []),
    ...person.points.map(lineOf),
    ...(person.language ? [`LANG:${person.language}`] : []),
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
