import { describe, expect, it } from 'vitest'
import { calendarFile, escaped, folded } from '@/lib/kernel/calendar-file'

const octets = (text: string) => new TextEncoder().encode(text).length
const unfolded = (text: string) => text.replace(/\r\n /g, '')

describe('a line of a calendar file', () => {
  it.each(['a'.repeat(75), 'a'.repeat(76), '端'.repeat(120), `SUMMARY:${'大安食品年度合約🍜'.repeat(20)}`, ''])(
    'is folded after 75 octets and never inside a character: %s',
    (line) => {
      const said = folded(line)
      for (const part of said.split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75)
      expect(unfolded(said)).toBe(line)
      expect(said.isWellFormed()).toBe(true)
    },
  )

  it('is left alone when it fits', () => expect(folded('a'.repeat(75))).toBe('a'.repeat(75)))

  it('holds what somebody typed as text and nothing else', () => {
    expect(escaped('甲、乙; 丙, 丁\\戊\r\n己\n庚')).toBe('甲、乙\\; 丙\\, 丁\\\\戊\\n己\\n庚')
    expect(escaped('x\u0000\u0007y')).toBe('xy')
  })
})

describe('a calendar file', () => {
  const entry = {
    uid: 'a@accord',
    day: '2026-12-31',
    title: 'BEGIN:VEVENT\r\nSUMMARY:偽造',
    text: '',
    url: 'https://accord.example/agreements/1',
    changedAt: new Date('2026-11-22T04:05:06.789Z'),
  }

  it('ends every line with CRLF, and a whole day with the next one', () => {
    const file = calendarFile('協議', [entry])
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(file).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
    expect(file).toContain('DTSTAMP:20261122T040506Z\r\n')
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  it('lets no title forge an entry', () => {
    expect(calendarFile('協議', [entry]).match(/^BEGIN:VEVENT/gm)).toHaveLength(1)
  })
})
