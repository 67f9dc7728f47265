import { dayOf } from '@/lib/kernel/day'
import type { PaperBlock } from '@/lib/kernel/paper'
import type { Technique } from './model-debriefs'
import type { OfferValues } from './model-issues'
import { observedIndicators } from './model-observations'
import type { Audience } from './model-results'
import type { Issue } from './model-table'
import type { FoundEntry } from './queries-entries'
import type { FoundNegotiation } from './queries-held'
import type { findDebrief } from './queries-lessons'
import type { FoundObservation } from './queries-observations'
import type { FoundOffer } from './queries-offers'
import type { findVersion } from './queries-outcome'
import type { findNotices, findReaders } from './queries-results'
import { factsOf, headingOf, type PaperSaid, type PaperTable, saidOn, tableUnder, textOf } from './rules-paper'

type Found<Finder extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Finder>>

/** Every offer that left the house or came in, with what it says of each issue in the order of the table. */
export function roundTable(
  offers: readonly FoundOffer[],
  issues: readonly Issue[],
  said: PaperSaid,
  timeZone: string,
): PaperTable {
  const { d, p, day } = said
  const terms = (values: OfferValues) =>
    issues.flatMap((issue) => {
      const value = saidOn(issue, values[issue.key], said)
      return value ? [issue.name + said.marks.colon + value] : []
    })
  return {
    head: [d('offer'), d('offered'), d('conditions'), d('state')],
    rows: offers.map(({ number, round, side, at, values, conditions, state }) => [
      d('offerOf', { number, round, side: p(side === 'us' ? 'ours' : 'theirs'), day: day(dayOf(at, timeZone)) }),
      terms(values).join('\n'),
      conditions ?? '',
      d(`offerState_${state}`),
    ]),
  }
}

/** What was written down of the meetings. */
export const entryBlocks = (entries: readonly FoundEntry[], { d }: PaperSaid): PaperBlock[] =>
  tableUnder(d('log'), {
    head: [d('round'), d('agreedPoints'), d('openPoints'), d('questions'), d('observations')],
    rows: entries.map(({ round, agreedPoints, openPoints, questions, observations }) => [
      String(round),
      ...[agreedPoints, openPoints, questions, observations].map((text) => text ?? ''),
    ]),
  })

type Ended = { offers: readonly FoundOffer[]; version: Found<typeof findVersion> }

/** How it ended: the offer that was accepted, and the version of terms that it was written into. */
export function outcomeBlocks(
  { negotiation }: FoundNegotiation,
  { offers, version }: Ended,
  { d, word, day, marks }: PaperSaid,
  timeZone: string,
): PaperBlock[] {
  const agreed = offers.find(({ id }) => id === negotiation.agreedOfferId)
  return [
    headingOf(d('outcome')),
    ...factsOf([
      [d('state'), word(`state_${negotiation.state}`)],
      [d('reason'), negotiation.stateReason],
      [d('offer'), agreed && String(agreed.number)],
      [d('agreedOn'), negotiation.agreedAt && day(dayOf(negotiation.agreedAt, timeZone))],
      [d('documentedAs'), version && version.number + marks.aside(day(version.validFrom))],
    ]),
  ]
}

type Notices = { notices: Found<typeof findNotices>; readers: Found<typeof findReaders> }

/** Who was told of the result, and how many of those who must have acknowledged it. */
export function noticeBlocks({ notices, readers }: Notices, { d, day }: PaperSaid, timeZone: string): PaperBlock[] {
  const heard = ({ id, edition }: Notices['notices'][number]) => {
    const its = readers.filter(({ noticeId, required }) => noticeId === id && required)
    return `${its.filter(({ acknowledgedEdition }) => acknowledgedEdition === edition).length} / ${its.length}`
  }
  return tableUnder(d('notices'), {
    head: [d('audience'), d('message'), d('sentOn'), d('acknowledged')],
    rows: notices.map((each) => [
      d(`audience_${each.audience as Audience}`),
      each.message,
      each.sentAt ? day(dayOf(each.sentAt, timeZone)) : d('notSent'),
      heard(each),
    ]),
  })
}

/** What was learnt, by the techniques of the standard. */
export function lessonBlocks(debrief: Found<typeof findDebrief>, { d, learnt, list }: PaperSaid): PaperBlock[] {
  if (!debrief) return [headingOf(d('learnt')), textOf(d('notYet'))]
  const techniques = debrief.techniques as Technique[]
  return [
    headingOf(d('learnt')),
    ...factsOf([
      [d('techniques'), list(techniques.map((each) => learnt(`technique_${each}`)))],
      [d('worked'), debrief.worked],
      [d('failed'), debrief.failed],
      [d('lesson'), debrief.lesson],
      [d('reuse'), debrief.reuse],
    ]),
  ]
}

/** What a supervisor saw at the table, indicator by indicator. */
export function observationBlocks(observations: readonly FoundObservation[], { seen, day }: PaperSaid): PaperBlock[] {
  if (observations.length === 0) return []
  return [
    headingOf(seen('saved')),
    ...observations.flatMap(({ by, of, observedOn, ratings, note }): PaperBlock[] => [
      textOf([seen('byOf', { by, of, day: day(observedOn) }), note].filter(Boolean).join('\n')),
      {
        kind: 'table',
        head: [seen('indicator'), seen('rating')],
        rows: observedIndicators.map((indicator, index) => [
          `${indicator} ${seen(`rubric${index + 1}` as 'rubric1')}`,
          String(ratings[indicator] ?? seen('notSeen')),
        ]),
      },
    ]),
  ]
}
