import { canonical } from '@/lib/kernel/canonical-text'
import type { Category } from '@/lib/modules/terms/model-catalogue'
import { typeOf } from '@/lib/modules/terms/model-catalogue'
import { type AgreementAspect, agreementAspects, type ClauseTag, isClauseTag, type ReadClause } from './model-values'

/** What each tag concerns: when to pay is a matter of credit and of price. */
const aspectsOfTag: Readonly<Record<ClauseTag, readonly AgreementAspect[]>> = {
  price: ['price'],
  rebate: ['price'],
  fee: ['price'],
  payment: ['credit', 'price'],
  creditLimit: ['credit'],
  delivery: ['supply'],
  returns: ['supply', 'quality'],
  volume: ['supply', 'price'],
  quality: ['quality'],
  serviceLevel: ['quality', 'supply'],
  promotion: ['marketing'],
  brand: ['marketing', 'legal'],
  exclusivity: ['legal'],
  liability: ['legal'],
  penalty: ['legal', 'price'],
  intellectualProperty: ['legal'],
  governingLaw: ['legal'],
  termination: ['legal'],
  confidentiality: ['legal'],
  personalData: ['data', 'legal'],
  dataExchange: ['data'],
  onSiteWork: ['legal', 'supply'],
}

const aspectsOfCategory: Readonly<Record<Category, readonly AgreementAspect[]>> = {
  price: ['price'],
  rebate: ['price'],
  payment: ['credit', 'price'],
  fee: ['price', 'marketing'],
  delivery: ['supply'],
  other: ['legal'],
}

/** Terms that concern something else than their category. */
const aspectsOfTerm: Readonly<Record<string, readonly AgreementAspect[]>> = {
  creditLimit: ['credit'],
  logisticsFee: ['price', 'supply'],
  systemFee: ['price', 'data'],
  returnTerms: ['supply', 'quality'],
  damageAllowance: ['price', 'quality'],
  shortagePenalty: ['supply', 'price'],
  latePenalty: ['supply', 'price'],
  shelfLife: ['quality', 'supply'],
  priceNotice: ['price'],
}

const ordered = (aspects: Iterable<AgreementAspect>): AgreementAspect[] => {
  const found = new Set(aspects)
  return agreementAspects.filter((aspect) => found.has(aspect))
}

/** The aspects that a clause concerns: its own and those of its tags. A tag that nobody knows concerns the law. */
export const aspectsOfClause = ({ aspect, tags }: Pick<ReadClause, 'aspect' | 'tags'>): AgreementAspect[] =>
  ordered([aspect, ...tags.flatMap((tag) => (isClauseTag(tag) ? aspectsOfTag[tag] : ['legal' as const]))])

/** The aspects that a trade term concerns; one that the catalogue does not know concerns price and law. */
export function aspectsOfTermCode(code: string): AgreementAspect[] {
  const type = typeOf(code)
  return ordered(aspectsOfTerm[code] ?? (type ? aspectsOfCategory[type.category] : ['price', 'legal']))
}

type Value = string | number | boolean | null
/** Everything of a version that somebody consents to. Terms and KPIs by code, a KPI with the aspect that it belongs to. */
export type VersionContent = {
  clauses: readonly ReadClause[]
  terms: Readonly<Record<string, unknown>>
  kpis: Readonly<Record<string, { aspect: AgreementAspect; content: unknown }>>
  /** Names, numbers, addresses and representatives of both sides. */
  parties: Readonly<Record<string, Value>>
  /** First and last day, months, notice and renewal. */
  days: Readonly<Record<string, Value>>
  yearlyValue: string | null
  currency: string
  governingLaw: string | null
}

function changedKeys(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => canonical(before[key]) !== canonical(after[key]))
}

const clausesByKey = (clauses: readonly ReadClause[]) => Object.fromEntries(clauses.map((each) => [each.key, each]))

/**
 * The aspects in which two contents differ, in the order in which they are shown: those of every clause, term or KPI that
 * was added, dropped or changed, as it was and as it is; parties, days and law are legal, value and currency price and
 * credit. Where a clause stands among the others does not matter. Nothing else loses its consent. BGM-3.2.
 */
export function touchedAspects(before: VersionContent, after: VersionContent): AgreementAspect[] {
  const [old, now] = [clausesByKey(before.clauses), clausesByKey(after.clauses)]
  const touched: AgreementAspect[] = changedKeys(old, now).flatMap((key) =>
    [old[key], now[key]].flatMap((clause) => (clause ? aspectsOfClause(clause) : [])),
  )
  touched.push(...changedKeys(before.terms, after.terms).flatMap(aspectsOfTermCode))
  for (const code of changedKeys(before.kpis, after.kpis))
    touched.push(...[before.kpis[code], after.kpis[code]].flatMap((kpi) => (kpi ? [kpi.aspect] : [])))
  const facts = (content: VersionContent) => ({ ...content.parties, ...content.days, law: content.governingLaw })
  if (changedKeys(facts(before), facts(after)).length > 0) touched.push('legal')
  if (before.yearlyValue !== after.yearlyValue || before.currency !== after.currency) touched.push('price', 'credit')
  return ordered(touched)
}
