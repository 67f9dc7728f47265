import type { Actor, Discipline } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/day'
import { refusals } from '@/lib/kernel/refusal'
import type { Translate } from '@/lib/kernel/translate'
import { type Category, typeOf } from '@/lib/modules/terms/model-catalogue'
import { resultWords } from './messages-results'
import type { OfferValue } from './model-issues'
import type { Audience } from './model-results'
import type { NegotiationState } from './model-states'
import type { Issue } from './model-table'
import { isEmbargoed } from './rules-acknowledgement'
import type { Member } from './rules-colleagues'
import { valueSaid } from './rules-values'

const no = refusals('negotiations', resultWords)

/** Whom a kind of term concerns, where its category does not say it well enough. */
const byCode: Readonly<Record<string, readonly Audience[]>> = {
  returnTerms: ['quality', 'logistics'],
  damageAllowance: ['quality', 'finance'],
  shelfLife: ['quality', 'logistics'],
  shortagePenalty: ['logistics', 'legal'],
  latePenalty: ['logistics', 'legal'],
  logisticsFee: ['logistics', 'finance'],
  exclusivity: ['legal', 'sales'],
}
const byCategory: Readonly<Record<Category, readonly Audience[]>> = {
  price: ['sales'],
  payment: ['finance'],
  rebate: ['finance', 'sales'],
  fee: ['finance', 'sales'],
  delivery: ['logistics'],
  other: ['sales'],
}

/** Who must know of a result on a kind of term. BGM-2.5. What is no term in the catalogue concerns sales. */
export function audiencesOf(termCode: string | null): readonly Audience[] {
  const type = termCode === null ? null : typeOf(termCode)
  if (!type) return ['sales']
  return byCode[type.code] ?? byCategory[type.category]
}

/** An issue with what was agreed on it. */
export type AgreedIssue = Pick<Issue, 'key' | 'name' | 'kind' | 'unit' | 'termCode' | 'options'> & {
  agreedValue: OfferValue
}

/** The issues by audience, each audience once, in a fixed order; issues in theirs. */
export function proposedNotices(issues: readonly AgreedIssue[], order: readonly Audience[]) {
  return order.flatMap((audience) => {
    const concerned = issues.filter(({ termCode }) => audiencesOf(termCode).includes(audience))
    return concerned.length > 0 ? [{ audience, issues: concerned }] : []
  })
}

/** An agreed value as people read it: with its unit, by its option's label, as yes or no, or as it was written. */
export const agreedInWords = (issue: AgreedIssue, t: Translate<typeof resultWords>): string =>
  valueSaid(issue, issue.agreedValue, { yes: t('yes'), no: t('no') })

/** What a notice says before anybody mends it: what was agreed with whom, and by when to acknowledge. */
export function draftedMessage(
  about: { account: string; title: string; day: string; issues: readonly AgreedIssue[] },
  t: Translate<typeof resultWords>,
): string {
  const lines = about.issues.map((issue) => t('draftLine', { name: issue.name, value: agreedInWords(issue, t) }))
  const { account, title, day } = about
  return [t('draftHead', { account, title }), ...lines, t('draftFoot', { day })].join('\n')
}

type Served = { ownerId: string; team: ReadonlySet<string> }

/** The colleagues of an audience: its discipline's specialists; for sales, who serves the account and leads its owner. */
export function readersOf(audience: Audience, colleagues: readonly Member[], { ownerId, team }: Served): Member[] {
  if (audience === 'other') return []
  const lead = colleagues.find(({ id }) => id === ownerId)?.reportsToId
  return colleagues.filter((member) =>
    audience === 'sales'
      ? member.id === ownerId || member.id === lead || team.has(member.id)
      : member.disciplines.includes(audience as Discipline),
  )
}

const settledStates: readonly NegotiationState[] = ['agreedInPrinciple', 'approved', 'documented']

/** Results are drafted from the agreement in principle on, and never of a negotiation that is over. */
export function mustHaveResult(state: NegotiationState): void {
  if (!settledStates.includes(state)) throw no('noResultYet')
}

/** Nothing is sent before the package is approved, nor before the day that was agreed on. */
export function mustBeSendable(
  { sentAt, embargoUntil }: { sentAt: Date | null; embargoUntil: Day | null },
  { state, today, day }: { state: NegotiationState; today: Day; day: string },
): void {
  if (sentAt) throw no('sentAlready')
  if (state !== 'approved' && state !== 'documented') throw no('notApprovedYet')
  if (isEmbargoed(embargoUntil, today)) throw no('embargoed', { day })
}

/** A notice is due today or later, and after what it waits for. */
export function mustBeDueAhead({ dueOn, embargoUntil }: { dueOn: Day; embargoUntil: Day | null }, today: Day): void {
  if (dueOn < today) throw no('dueBehind', {}, { dueOn: { code: 'dueBehind' } })
  if (embargoUntil && embargoUntil > dueOn)
    throw no('embargoAfterDue', {}, { embargoUntil: { code: 'embargoAfterDue' } })
}

/** Every reader is somebody who may contribute and sees the account. */
export function mustBeTellable(memberIds: readonly string[], colleagues: ReadonlySet<string>): void {
  if (memberIds.some((id) => !colleagues.has(id)))
    throw no('readerUnknown', {}, { memberIds: { code: 'readerUnknown' } })
}

/** What was sent stays on record; it is changed by a new edition. */
export function mustBeUnsent(notice: { sentAt: Date | null; edition: number }): void {
  if (notice.sentAt || notice.edition > 1) throw no('sentStays')
}

/** Only what was sent can be acknowledged, and only by whom it was sent to. */
export function mustBeReader<Reader>(
  notice: { sentAt: Date | null; archivedAt: Date | null },
  reader: Reader | undefined,
): Reader {
  if (!reader || !notice.sentAt || notice.archivedAt) throw no('notForYou')
  return reader
}

export function mustHaveSomethingNew(drafted: number): void {
  if (drafted === 0) throw no('nothingToTell')
}

export function mustBeReminder(actor: Pick<Actor, 'kind'>): void {
  if (actor.kind !== 'job') throw no('notByHand')
}
