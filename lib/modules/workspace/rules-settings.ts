import { parseDay } from '@/lib/kernel/day'

import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'
import type { CalendarDay } from './model'
import { calendarKinds } from './model-settings'

const no = refusals('workspace', messages)

const kindWords: Readonly<Record<string, CalendarDay['kind']>> = {
  假日: 'holiday',
  放假: 'holiday',
  補班: 'workday',
  補班日: 'workday',
  停班: 'closed',
  颱風: 'closed',
}
const kindOf = (word: string) => calendarKinds.find((kind) => kind === word) ?? kindWords[word]

/**
 * Days pasted as lines of `day, name, kind, county`; days may be ROC dates, kinds Chinese words.
 * A header is passed over. Refuses the first line that cannot be read, with its number.
 */
export function calendarDaysOf(lines: string): CalendarDay[] {
  return lines.split(/\r?\n/).flatMap((line, index) => {
    const [first = '', name = '', kind = '', county = ''] = line.split(/[,，\t]/).map((part) => part.trim())
    if (first === '' || (index === 0 && !/\d/.test(first))) return []
    const day = parseDay(first)
    const known = kindOf(kind)
    if (!day || !known || name === '')
      throw no(
        'badCalendarLine',
        { line: index + 1, text: line.slice(0, 40) },
        { lines: { code: 'badCalendarLine', params: { line: index + 1, text: line.slice(0, 40) } } },
      )
    return [{ day, name: name.slice(0, 40), kind: known, county }]
  })
}

/** A saved view is changed by its author only, even when it is shared. */
export const mustBeAuthor = (view: { ownerId: string }, actorId: string): void => {
  if (view.ownerId !== actorId) throw no('notYourView')
}
