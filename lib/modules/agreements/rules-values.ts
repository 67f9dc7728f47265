import { type Day, formatDay } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import { formalAmount } from '@/lib/kernel/formal-amount'
import type { Locale } from '@/lib/kernel/messages'
import { formatMoney, parseAmount } from '@/lib/kernel/money'

/** What a template may name beside `term.<code>`, `kpi.<CODE>` and its `.name`, `.target` and `.frequency`; the names that writers of clauses see. */
export const variableNames = [
  'ourName',
  'ourBusinessNumber',
  'ourAddress',
  'ourRepresentative',
  'theirName',
  'theirBusinessNumber',
  'theirAddress',
  'theirRepresentative',
  'buyerName',
  'sellerName',
  'title',
  'code',
  'startsOn',
  'endsOn',
  'signedOn',
  'months',
  'noticeDays',
  'yearlyValue',
  'yearlyValueFormal',
  'governingLaw',
  'venue',
  'copies',
] as const
export type VariableName = (typeof variableNames)[number]

/** What the variables are filled from; null or blank is not known yet. `terms` and `kpis` are said already, by code. */
export type PaperFacts = {
  texts: Readonly<Partial<Record<VariableName, string | null>>>
  days: Readonly<Partial<Record<'startsOn' | 'endsOn' | 'signedOn', Day | null>>>
  yearlyValue: string | null
  currency: string
  terms: Readonly<Record<string, string>>
  kpis: Readonly<Record<string, string>>
}

const largestFormal = '9999999999999999'

/** An amount as a contract writes it: 新臺幣…元整 for New Taiwan dollars in Chinese, otherwise with currency and digits. */
export function amountInWords(amount: string, currency: string, locale: Locale): string {
  const formal = locale === 'zh-TW' && currency === 'TWD' && exact(amount).abs().lte(largestFormal)
  return formal ? formalAmount(amount) : formatMoney({ amount, currency })
}

/** A day as a contract writes it: 民國115年1月1日 in Chinese, January 1, 2026 in English. L01. */
export const dayInWords = (day: Day, locale: Locale): string =>
  formatDay(day, locale, 'long', locale === 'zh-TW' ? 'roc' : 'gregory')

/** The text of each variable in the language of the paper; null where the name is known and its value is not. */
export function variablesOf(facts: PaperFacts, locale: Locale): ReadonlyMap<string, string | null> {
  const { texts, days, yearlyValue, currency, terms, kpis } = facts
  const found = new Map<string, string | null>(variableNames.map((name) => [name, texts[name] ?? null]))
  for (const name of ['startsOn', 'endsOn', 'signedOn'] as const) {
    const day = days[name]
    if (day) found.set(name, dayInWords(day, locale))
  }
  if (yearlyValue !== null) {
    found.set('yearlyValue', formatMoney({ amount: yearlyValue, currency }))
    found.set('yearlyValueFormal', amountInWords(yearlyValue, currency, locale))
  }
  for (const [code, said] of Object.entries(terms)) found.set(`term.${code}`, said)
  for (const [code, said] of Object.entries(kpis)) found.set(`kpi.${code}`, said)
  return found
}

export type Filled = { text: string; unknown: string[]; unfilled: string[] }

const variable = /\{\{\s*([^{}]*?)\s*\}\}/g
const isCoded = (name: string) => /^(?:term|kpi)\.\S+$/.test(name)

/**
 * A text with its variables `{{name}}` filled. What cannot be filled stays as it is and is named once: `unknown` when no such
 * variable exists, `unfilled` when its value is not known yet. What is filled in is never read for variables again.
 */
export function fillText(template: string, variables: ReadonlyMap<string, string | null>): Filled {
  const [unknown, unfilled] = [new Set<string>(), new Set<string>()]
  const text = template.replace(variable, (whole, name: string) => {
    const value = variables.get(name)
    if (value !== undefined && value !== null && value.trim() !== '') return value
    if (variables.has(name) || isCoded(name)) unfilled.add(name)
    else unknown.add(name)
    return whole
  })
  return { text, unknown: [...unknown], unfilled: [...unfilled] }
}

/** The variables that stand in a text, each once. */
export const variablesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(variable)].map(([, name = '']) => name)),
]

/** A text for reading: each of its variables as `say` names it. */
export const withVariables = (text: string, say: (name: string) => string): string =>
  text.replace(variable, (_, name: string) => say(name))

/** A number with what stands around it: 60 天 is 60 and 天, NT$1,000 is 1000, 3％ is 3 and %. */
function measureOf(text: string): { number: string; unit: string } | null {
  const plain = text.normalize('NFKC').trim()
  const whole = parseAmount(plain)
  if (whole !== null) return { number: whole, unit: '' }
  const match = /^([+-−–]?\s*(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(\D+)$/u.exec(plain)
  const number = match ? parseAmount(match[1] ?? '') : null
  return number === null ? null : { number, unit: (match?.[2] ?? '').trim().toLowerCase() }
}

const yes = new Set(['true', 'yes', 'y', '是', '有'])
const no = new Set(['false', 'no', 'n', '否', '無'])
const answerOf = (text: string) => (yes.has(text) ? 'yes' : no.has(text) ? 'no' : null)

/**
 * Whether two values say the same: numbers as numbers (2 and 2.0, 1,000 and １０００), with the same unit where both name one
 * (60 天 is not 60 個月), yes and no in either language, other texts without regard to spaces and full-width forms.
 */
export function sameValue(a: string | boolean, b: string | boolean): boolean {
  const [one, other] = [String(a), String(b)]
  const [left, right] = [measureOf(one), measureOf(other)]
  if (left && right)
    return exact(left.number).eq(right.number) && (left.unit === '' || right.unit === '' || left.unit === right.unit)
  const [said, meant] = [one, other].map((text) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase())
  const [answer, wanted] = [answerOf(said ?? ''), answerOf(meant ?? '')]
  return answer !== null && wanted !== null ? answer === wanted : said === meant
}

/** `different`: the clause says another value; `notSaid`: it says none; `notWritten`: no clause takes the point up. */
export type Mismatch = {
  kind: 'different' | 'notSaid' | 'notWritten'
  clauseKey: string | null
  issueKey: string
  clause: string | null
  negotiated: string | boolean
}

type ValuedClause = { key: string; issueKey: string | null; value: string | null }

/**
 * Where the paper differs from what was agreed, with both values, in the order of the clauses; then the agreed points that
 * no clause takes up. A point on which nothing was agreed (null) is compared with nothing. Differentiator 2.
 */
export function mismatchesOf(
  clauses: readonly ValuedClause[],
  agreed: Readonly<Record<string, string | boolean | null>>,
): Mismatch[] {
  const found = clauses.flatMap((clause) => byClause(clause, agreed) ?? [])
  const taken = new Set(clauses.map(({ issueKey }) => issueKey))
  for (const issueKey of Object.keys(agreed).sort()) {
    const negotiated = agreed[issueKey]
    if (taken.has(issueKey) || negotiated === null || negotiated === undefined) continue
    found.push({ kind: 'notWritten', clauseKey: null, issueKey, clause: null, negotiated })
  }
  return found
}

function byClause({ key, issueKey, value }: ValuedClause, agreed: Parameters<typeof mismatchesOf>[1]): Mismatch | null {
  const negotiated = issueKey === null ? null : agreed[issueKey]
  if (issueKey === null || negotiated === null || negotiated === undefined) return null
  const said = value === null || value.trim() === '' ? null : value
  if (said !== null && sameValue(said, negotiated)) return null
  return { kind: said === null ? 'notSaid' : 'different', clauseKey: key, issueKey, clause: said, negotiated }
}
