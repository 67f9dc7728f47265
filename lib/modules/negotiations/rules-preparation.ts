import { refusals } from '@/lib/kernel/refusal'
import { preparationMessages } from './messages-preparation'
import type { Side } from './model-issues'
import { type Checkpoint, checkpoints, handPoints } from './model-preparation'

/** What is on record of a preparation, as far as the checklist asks for it. */
export type PreparationFacts = {
  /** Issues on the table, words included. */
  issues: number
  /** Those to be scored that lack our target or our limit. */
  unvalued: number
  interests: Readonly<Record<Side, number>>
  evidence: number
  /** Questions put to colleagues and experts. */
  questions: number
  /** What we would do without this deal. */
  alternatives: number
  conductConfirmed: boolean
  etiquette: boolean
  /** What people ticked off. */
  ticked: readonly string[]
}

export type ChecklistItem = { point: Checkpoint; byHand: boolean; done: boolean }
export type Checklist = { items: readonly ChecklistItem[]; missing: readonly Checkpoint[]; complete: boolean }

const isByHand = (point: Checkpoint) => (handPoints as readonly string[]).includes(point)

/** The checklist of note 2 of BGM4R0450v2: what the product sees is ticked by itself, the rest by people. */
export function checklistOf(facts: PreparationFacts): Checklist {
  const seen: Partial<Record<Checkpoint, boolean>> = {
    targets: facts.issues > 0 && facts.unvalued === 0,
    needs: facts.interests.us > 0 && facts.interests.them > 0,
    points: facts.issues > 0,
    evidence: facts.evidence > 0,
    questions: facts.questions > 0,
    language: facts.conductConfirmed,
    options: facts.alternatives > 0,
    culture: facts.etiquette,
  }
  const items = checkpoints.map((point) => ({
    point,
    byHand: isByHand(point),
    done: isByHand(point) ? facts.ticked.includes(point) : seen[point] === true,
  }))
  const missing = items.flatMap(({ point, done }) => (done ? [] : [point]))
  return { items, missing, complete: missing.length === 0 }
}

/** What is missing before language and counterpart can be confirmed. BGM-2.1. */
export const conductLacks = ({ language, counterparts }: { language: string | null; counterparts: number }) => [
  ...(language === null ? (['language'] as const) : []),
  ...(counterparts === 0 ? (['counterparts'] as const) : []),
]

/** The order of ordered things after one of them moved by one place; ids that are not there change nothing. */
export function movedBy(ids: readonly string[], id: string, to: 'up' | 'down'): string[] {
  const at = ids.indexOf(id)
  const beside = to === 'up' ? at - 1 : at + 1
  const [one, other] = [ids[at], ids[beside]]
  if (one === undefined || other === undefined) return [...ids]
  return ids.map((each, index) => (index === at ? other : index === beside ? one : each))
}

const no = refusals('negotiations', preparationMessages)

/** The lead's seat is not given, changed or taken away. */
export function mustNotLead(leads: boolean): void {
  if (leads) throw no('leadStays', {}, { memberId: { code: 'leadStays' } })
}

/** One sits at the table who can still be named. */
export function mustBeKnownMember(known: boolean): void {
  if (!known) throw no('memberUnknown', {}, { memberId: { code: 'memberUnknown' } })
}

/** The other side is whoever works at the account now, each once. */
export function mustBeOfAccount(works: boolean, seated: boolean): void {
  if (!works) throw no('personElsewhere', {}, { personId: { code: 'personElsewhere' } })
  if (seated) throw no('personSeated', {}, { personId: { code: 'personSeated' } })
}

type Conduct = { language: string | null; personIds: readonly string[] }

/** Language and counterpart are there, and are those that the reader had before them. BGM-2.1. */
export function mustBeConfirmable(now: Conduct, seen: Conduct): void {
  const lacks = conductLacks({ language: now.language, counterparts: now.personIds.length })
  if (lacks.length > 0)
    throw no('conductLacks', {}, Object.fromEntries(lacks.map((each) => [each, { code: `lacks_${each}` as const }])))
  const same = now.language === seen.language && [...now.personIds].sort().join() === [...seen.personIds].sort().join()
  if (!same) throw no('conductChanged')
}

/** A need that is linked is one of the account that the actor may read. */
export function mustBeNeedOfAccount(known: boolean): void {
  if (!known) throw no('needUnknown', {}, { needId: { code: 'needUnknown' } })
}

/** Terms that are linked are the account's, and of the same direction. */
export function mustBeSheetOfAccount(known: boolean): void {
  if (!known) throw no('sheetUnknown', {}, { termSheetId: { code: 'sheetUnknown' } })
}
