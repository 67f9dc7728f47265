import { exact } from '@/lib/kernel/exact'
import type { AdviceTrigger, ClauseTag, ReadClause } from './model-values'

export type Discipline = 'legal' | 'finance' | 'quality' | 'logistics' | 'director'

/** What is looked at beside the clauses. `penaltyPct` is the highest penalty that is agreed, in percent; null is none. */
export type TriggerFacts = {
  clauses: readonly Pick<ReadClause, 'key' | 'heading' | 'body' | 'tags'>[]
  governingLaw: string | null
  months: number | null
  /** Whether the end is open: no end is longer than any. */
  openEnd: boolean
  penaltyPct: string | null
}
/** From when on it is long, in months, and from when on a penalty is high, in percent; blank is not set. */
export type TriggerLimits = { longTermMonths: number | null; penaltyOverPct: string | null }
export const usualLimits: TriggerLimits = { longTermMonths: 36, penaltyOverPct: '10' }

export type Suggestion = {
  trigger: AdviceTrigger
  /** The clause that it is about; null when it follows from the agreement as a whole. */
  clauseKey: string | null
  discipline: Discipline
  blocking: boolean
  /** How it was found: by a tag of the clause, by its words, or by the agreement's facts. */
  found: 'tag' | 'words' | 'facts'
}

type Rule = { trigger: AdviceTrigger; tag: ClauseTag; words: RegExp; discipline: Discipline; blocking: boolean }

/** What each trigger is known by; a tag is enough, and so are words in the heading or body of a clause. BGM-3.3. */
const clauseRules: readonly Rule[] = [
  {
    trigger: 'exclusivity',
    tag: 'exclusivity',
    words: /獨家|排他|專屬(?:供應|經銷|代理|銷售)|\bexclusiv/iu,
    discipline: 'legal',
    blocking: true,
  },
  {
    trigger: 'liability',
    tag: 'liability',
    words: /賠償責任|責任上限|連帶責任|無限責任|\bliabilit|\bindemnif/iu,
    discipline: 'legal',
    blocking: true,
  },
  {
    trigger: 'intellectualProperty',
    tag: 'intellectualProperty',
    words: /智慧財產|著作權|商標|專利|\bintellectual property\b|\bcopyright|\btrademark|\bpatent/iu,
    discipline: 'legal',
    blocking: true,
  },
  {
    trigger: 'personalData',
    tag: 'personalData',
    words: /個人資料|個資|\bpersonal data\b|\bGDPR\b/iu,
    discipline: 'legal',
    blocking: true,
  },
  {
    trigger: 'onSiteWork',
    tag: 'onSiteWork',
    words: /入廠|進廠|駐點|駐廠|現場作業|承攬作業|\bon[- ]?site work|\bon your premises\b/iu,
    discipline: 'quality',
    blocking: false,
  },
]

const home = /中華民國|臺灣|台灣|taiwan|\br\.?\s?o\.?\s?c\b|republic of china/iu
const notHome = /people.{0,3}s republic/iu

/** Whether it is the law of another country than ours; unknown law is not foreign. */
export const isForeignLaw = (law: string | null): boolean => {
  const text = (law ?? '').normalize('NFKC').trim()
  return text !== '' && (!home.test(text) || notHome.test(text))
}

/**
 * The expert advice that a version suggests, each with why: from tags and words of its clauses, from foreign law, a term
 * longer than three years (or without end), a penalty above the limit. Blocking ones hold up the consent on law until they
 * are answered or waived with a reason. Suggested, never asked by itself. BGM-3.3, domain 1.4.
 */
export function suggestionsOf(facts: TriggerFacts, limits: TriggerLimits = usualLimits): Suggestion[] {
  const { clauses, governingLaw, months, openEnd, penaltyPct } = facts
  const found = clauses.flatMap((clause) => clauseRules.flatMap((rule) => byClause(clause, rule) ?? []))
  const law = clauses.find(({ tags }) => tags.includes('governingLaw'))?.key ?? null
  if (isForeignLaw(governingLaw))
    found.push({ trigger: 'foreignLaw', clauseKey: law, discipline: 'legal', blocking: true, found: 'facts' })
  const { longTermMonths, penaltyOverPct } = limits
  if (longTermMonths !== null && (openEnd || (months !== null && months > longTermMonths)))
    found.push({ trigger: 'longTerm', clauseKey: null, discipline: 'director', blocking: false, found: 'facts' })
  const penalty = clauses.find(({ tags }) => tags.includes('penalty'))?.key ?? null
  if (penaltyOverPct !== null && penaltyPct !== null && exact(penaltyPct).gt(penaltyOverPct))
    found.push({ trigger: 'highPenalty', clauseKey: penalty, discipline: 'finance', blocking: false, found: 'facts' })
  return found
}

function byClause(
  { key, heading, body, tags }: TriggerFacts['clauses'][number],
  { trigger, tag, words, discipline, blocking }: Rule,
): Suggestion | null {
  const how = tags.includes(tag) ? 'tag' : words.test(`${heading}\n${body}`.normalize('NFKC')) ? 'words' : null
  return how && { trigger, clauseKey: key, discipline, blocking, found: how }
}

/** The suggestions that nobody has taken up or waived yet: one for each trigger and clause is enough. */
export const newSuggestions = (
  suggestions: readonly Suggestion[],
  existing: readonly { trigger: string | null; clauseKey: string }[],
): Suggestion[] =>
  suggestions.filter(
    ({ trigger, clauseKey }) =>
      !existing.some((each) => each.trigger === trigger && each.clauseKey === (clauseKey ?? '')),
  )
