import { addDays, type Day } from './day'

/** A whole day in a calendar. `uid` stays the same for the same matter, so that a later edition replaces an earlier one. */
export type CalendarEntry = { uid: string; day: Day; title: string; text: string; url: string; changedAt: Date }

const encoder = new TextEncoder()
const mostOctets = 75

/** A line of the file, folded after at most 75 octets, never inside a character. RFC 5545, 3.1. */
export function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > mostOctets) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}

/** Text as a value: what would end or split it is escaped, line ends are said as \n. RFC 5545, 3.3.11. */
export const escaped = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the format allows no control characters but the tab.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

const dateOf = (day: Day) => day.replaceAll('-', '')
const momentOf = (moment: Date) =>
  `${moment
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, '')}Z`

/** Whole-day entries as an iCalendar file, for calendars that subscribe to its address. RFC 5545. */
export function calendarFile(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Accord//Accord//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(({ uid, day, title, text, url, changedAt }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${momentOf(changedAt)}`,
      `DTSTART;VALUE=DATE:${dateOf(day)}`,
      `DTEND;VALUE=DATE:${dateOf(addDays(day, 1))}`,
      `SUMMARY:${escaped(title)}`,
      ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
      `URL:${url.replace(/\s/g, '')}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
