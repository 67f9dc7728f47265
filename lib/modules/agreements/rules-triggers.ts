import { exact } from '@/lib/kernel/exact'
import type { AdviceTrigger, ClauseTag, ReadClause } from './model-values'

export type Discipline = 'legal' | 'finance' | 'quality' | 'logistics' | 'director'

/** The clauses, and what is looked at beside them. */
export type TriggerFacts = {
  clauses: readonly (Pick<ReadClause, 'key' | 'heading' | 'body' | 'tags'> & Partial<Pick<ReadClause, 'value'>>)[]
  governingLaw: string | null
  months: number | null
  /** Whether the end is open: no end is longer than any. */
  openEnd: boolean
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

/** What a clause about penalties is known by beside its tag. */
const penal = /違約金|懲罰性|罰款|罰金|\bpenalt|\bliquidated damages\b/iu
const share = /(\d+(?:\.\d+)?)\s*(?:%|percent\b|per cent\b)|百分之([一二三四五六七八九十百]+|\d+(?:\.\d+)?)/giu
const digits = '一二三四五六七八九'

/** A whole number up to one hundred as Chinese writes it, 二十五; digits as they are. */
function numberOf(text: string): string {
  if (/\d/.test(text)) return text
  if (text.includes('百')) return '100'
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['零', text]
  const ten = tens === '' ? 1 : digits.indexOf(tens) + 1
  return String(ten * 10 + digits.indexOf(ones) + (ones === '' ? 0 : 1))
}

/** The highest percentage that clauses about penalties name, with the clause; null when none names one. */
export function highestPenalty(clauses: TriggerFacts['clauses']): { clauseKey: string; pct: string } | null {
  const named = clauses.flatMap(({ key, heading, body, tags, value = null }) => {
    const text = `${heading}\n${body}\n${value ?? ''}`.normalize('NFKC')
    if (!tags.includes('penalty') && !penal.test(text)) return []
    return [...text.matchAll(share)].map(([, number, chinese]) => ({
      clauseKey: key,
      pct: number ?? numberOf(chinese ?? ''),
    }))
  })
  return named.reduce<(typeof named)[number] | null>(
    (most, each) => (most === null || exact(each.pct).gt(most.pct) ? each : most),
    null,
  )
}

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
  const { clauses, governingLaw, months, openEnd } = facts
  const found = clauses.flatMap((clause) => clauseRules.flatMap((rule) => byClause(clause, rule) ?? []))
  const law = clauses.find(({ tags }) => tags.includes('governingLaw'))?.key ?? null
  if (isForeignLaw(governingLaw))
    found.push({ trigger: 'foreignLaw', clauseKey: law, discipline: 'legal', blocking: true, found: 'facts' })
  const { longTermMonths, penaltyOverPct } = limits
  if (longTermMonths !== null && (openEnd || (months !== null && months > longTermMonths)))
    found.push({ trigger: 'longTerm', clauseKey: null, discipline: 'director', blocking: false, found: 'facts' })
  const penalty = highestPenalty(clauses)
  if (penaltyOverPct !== null && penalty !== null && exact(penalty.pct).gt(penaltyOverPct))
    found.push({
      ...{ trigger: 'highPenalty', clauseKey: penalty.clauseKey },
      ...{ discipline: 'finance', blocking: false, found: 'words' },
    })
  return found
}

function byClause(
  { key, heading, body, tags }: TriggerFacts['clauses'][number],
  { trigger, tag, words, discipline, blocking }: Rule,
): Suggestion | null {
  const how = tags.includes(tag) ? 'tag' : words.test(`${heading}\n${body}`.normalize('NFKC')) ? 'words' : null
  return how && { trigger, clauseKey: key, discipline, blocking, found: how }
}

/** The suggestions that nobody has taken up or waived as things stand: one for each trigger and clause is enough. */
export const newSuggestions = (
  suggestions: readonly Suggestion[],
  existing: readonly { trigger: string | null; clauseKey: string }[],
): Suggestion[] =>
  suggestions.filter(
    ({ trigger, clauseKey }) =>
      !existing.some((each) => each.trigger === trigger && each.clauseKey === (clauseKey ?? '')),
  )
