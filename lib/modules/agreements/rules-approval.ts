import { shortened } from '@/lib/kernel/cut'
import { formatDay } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { formatMoney, groupThousands } from '@/lib/kernel/money'
import { marksOf } from '@/lib/kernel/punctuation'
import { eachLocale, type Said, saidInAll, verbatim } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import type { DifferenceLine } from '@/lib/modules/approvals/model'
import { type AnnexWord, annexWords } from './messages-annex'
import { approvalMessages } from './messages-approval'
import { type Word, words } from './messages-words'
import type { Facts } from './model'
import type { AgreementAspect, Deviation, ReadClause } from './model-values'
import { aspectsOfClause, aspectsOfTermCode, type VersionContent } from './rules-aspects'
import type { Framed } from './rules-facts'

/** A clause as approvers see it; `digest` stands for all of it, however long. */
export type SaidClause = ReadClause & { deviation: Deviation; deviationReason: string | null; digest: string }
type Limits = Readonly<Record<string, string | null>>
/** A KPI as approvers see it; `digest` stands for all of it. */
export type SaidKpi = {
  key: string
  aspect: AgreementAspect
  name: string
  englishName: string
  unit: string
  targets: readonly Limits[]
  digest: string
}
/** A trade term of the annex as approvers see it. */
export type SaidTerm = { code: string; name: Said; said: Said }
/** All that a version says, and their paper when it is on theirs. */
export type Content = {
  facts: Facts
  clauses: readonly SaidClause[]
  paper: { name: string; digest: string } | null
  terms: readonly SaidTerm[]
  /** The KPIs on which this version agrees, new or with another target; what earlier ones agreed stays theirs. */
  kpis: readonly SaidKpi[]
  /** Of a later version what it is and for which days; null of a first one. */
  frame: Framed | null
}

const parties = [
  ...(['ourName', 'ourBusinessNumber', 'ourAddress', 'ourRepresentative'] as const),
  ...(['theirName', 'theirBusinessNumber', 'theirAddress', 'theirRepresentative'] as const),
] as const
const days = ['startsOn', 'months', 'renewal', 'renewalMonths', 'noticeCount', 'noticeUnit'] as const
const law = ['governingLaw', 'venue'] as const
const value = ['currency', 'yearlyValue', 'valueBasis'] as const

const amount = ({ yearlyValue }: Facts) => yearlyValue && plain(yearlyValue)
const pick = <Name extends keyof Facts>(facts: Facts, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, facts[name]]))

/** What a version says, as the rules of aspects compare it; of no version nothing, in the currency of the other. */
export function comparable(content: Content | null, currency: string): VersionContent {
  const facts = content?.facts ?? null
  return {
    clauses: (content?.clauses ?? []).map(({ key, heading, body, aspect, tags, issueKey, value }) => ({
      ...{ key, heading, body, aspect, tags, issueKey, value },
    })),
    terms: Object.fromEntries((content?.terms ?? []).map(({ code, said }) => [code, said])),
    kpis: Object.fromEntries(
      (content?.kpis ?? []).map(({ key, aspect, digest }) => [key, { aspect, content: digest }]),
    ),
    parties: facts ? { ...pick(facts, parties), paper: content?.paper?.digest ?? null } : {},
    days: facts ? { ...pick(facts, days), venue: facts.venue } : {},
    yearlyValue: facts ? amount(facts) : null,
    currency: facts?.currency ?? currency,
    governingLaw: facts?.governingLaw ?? null,
  }
}

const longest = 1500
const extract = (text: string) => shortened(text, longest)
const asked: Pick<DifferenceLine, 'standard' | 'costPerYear' | 'confidential'> = {
  standard: null,
  costPerYear: null,
  confidential: false,
}

/** One line for each clause and group of facts that differs from what was signed before, with every aspect that it touches. */
export function linesOf(before: Content | null, after: Content): DifferenceLine[] {
  const lines = [
    ...factLines(before, after),
    ...clauseLines(before?.clauses ?? [], after.clauses),
    ...termLines(before?.terms ?? [], after.terms),
    ...kpiLines(before?.kpis ?? [], after.kpis),
  ]
  const { frame } = after
  return frame ? lines.map((line) => ({ ...line, detail: inFrame(line.detail, frame) })) : lines
}

/** From when a change holds is part of every line: whoever consented to it is asked again when the days change. */
const inFrame = (detail: Said | null, { validFrom, validTo }: Framed): Said =>
  eachLocale((locale) => {
    const t = translatorOf(approvalMessages, locale)
    const [from, to] = [formatDay(validFrom, locale), validTo && formatDay(validTo, locale)]
    const days = to ? t('holdsBetween', { from, to }) : t('holdsFrom', { from })
    return detail ? `${detail[locale]}${marksOf(locale).semicolon}${days}` : days
  })

function termLines(before: readonly SaidTerm[], after: readonly SaidTerm[]): DifferenceLine[] {
  const [old, now] = [before, after].map((terms) => new Map(terms.map((term) => [term.code, term])))
  const codes = [...new Set([...after, ...before].map(({ code }) => code))]
  return codes.flatMap((code): DifferenceLine[] => {
    const [was, is] = [old?.get(code), now?.get(code)]
    const shown = is ?? was
    if (!shown || sameSaid(was?.said ?? null, is?.said ?? null)) return []
    const [aspect = 'price', ...touches] = aspectsOfTermCode(code)
    return [
      {
        ...asked,
        key: `term:${code}`,
        aspect,
        touches,
        label: shown.name,
        was: was?.said ?? null,
        now: is?.said ?? saidInAll(approvalMessages, 'removed'),
        detail: null,
        why: null,
      },
    ]
  })
}

/** The KPIs that a version names, as they were and as they are by it; one that was agreed word for word before says nothing. */
export function kpiLines(before: readonly SaidKpi[], after: readonly SaidKpi[]): DifferenceLine[] {
  const [old, next] = [before, after].map((kpis) => new Map(kpis.map((kpi) => [kpi.key, kpi])))
  return [...new Set([...after, ...before].map(({ key }) => key))].flatMap((key): DifferenceLine[] => {
    const [was, is] = [old?.get(key), next?.get(key)]
    const shown = is ?? was
    if (!shown || was?.digest === is?.digest) return []
    return [
      {
        ...asked,
        key: `kpi:${key}`,
        aspect: shown.aspect,
        label: eachLocale((locale) => `KPI ${locale === 'en' ? shown.englishName : shown.name}`),
        was: was ? targetsSaid(was, is) : null,
        now: is ? targetsSaid(is, was) : saidInAll(approvalMessages, 'removed'),
        detail: null,
        why: null,
        ...(is && { digest: is.digest }),
      },
    ]
  })
}

/** Each target; of more than a line has room for those that the other version lacks come first, and the rest is counted. */
const targetsSaid = (kpi: SaidKpi, other: SaidKpi | undefined): Said =>
  eachLocale((locale) => {
    const { semicolon: between } = marksOf(locale)
    const said = targetWords(kpi, locale)
    if (said.join(between).length <= longest) return said.join(between)
    const known = new Set(other ? targetWords(other, locale) : [])
    const ordered = [...said.filter((each) => !known.has(each)), ...said.filter((each) => known.has(each))]
    const shown: string[] = []
    for (const each of ordered) {
      if ([...shown, each].join(between).length > longest) break
      shown.push(each)
    }
    const more = translatorOf(approvalMessages, locale)('kpiMore', { count: said.length - shown.length })
    return [...shown, more].join(between)
  })

function targetWords({ unit, targets }: SaidKpi, locale: Locale): string[] {
  const t = translatorOf(approvalMessages, locale)
  const word = translatorOf(annexWords, locale)
  const value = (number: string | null | undefined) =>
    number ? `${groupThousands(number)}${word(`unit_${unit}` as AnnexWord)}` : ''
  return targets.map(({ target, amber, zero, low, high, tolerance, fromDay, toDay }) => {
    const of = fromDay && toDay ? `${formatDay(fromDay, locale)}–${formatDay(toDay, locale)} ` : ''
    if (target) return of + t('kpiTarget', { target: value(target), amber: value(amber), zero: value(zero) })
    return low
      ? of + t('kpiRange', { low: value(low), high: value(high), tolerance: value(tolerance) })
      : of + t('kpiEnds')
  })
}

function clauseLines(before: readonly SaidClause[], after: readonly SaidClause[]): DifferenceLine[] {
  const [old, now] = [before, after].map((clauses) => new Map(clauses.map((clause) => [clause.key, clause])))
  const keys = [...new Set([...after, ...before].map(({ key }) => key))]
  return keys.flatMap((key): DifferenceLine[] => {
    const [was, is] = [old?.get(key), now?.get(key)]
    const shown = is ?? was
    if (!shown || was?.digest === is?.digest) return []
    const [aspect = 'legal', ...touches] = [
      ...new Set([is, was].flatMap((clause) => (clause ? aspectsOfClause(clause) : []))),
    ]
    return [
      {
        ...asked,
        key: `clause:${key}`,
        aspect,
        touches,
        label: verbatim(shown.heading),
        was: was ? verbatim(extract(was.body)) : null,
        now: is ? verbatim(extract(is.body)) : saidInAll(approvalMessages, 'removed'),
        detail: is && is.deviation !== 'none' ? saidInAll(approvalMessages, `departs_${is.deviation}`) : null,
        why: is?.deviationReason ?? null,
        ...(is ? { digest: is.digest } : {}),
      },
    ]
  })
}

type Group = {
  key: 'parties' | 'days' | 'value' | 'law'
  names: readonly (keyof Facts)[]
  aspects: readonly AgreementAspect[]
}
const groups: readonly Group[] = [
  { key: 'parties', names: parties, aspects: ['legal'] },
  { key: 'days', names: days, aspects: ['legal'] },
  { key: 'value', names: value, aspects: ['price', 'credit'] },
  { key: 'law', names: law, aspects: ['legal'] },
]

function factLines(before: Content | null, after: Content): DifferenceLine[] {
  const lines = groups.flatMap(({ key, names, aspects: [aspect = 'legal', ...touches] }): DifferenceLine[] => {
    const [was, now] = [before && factsSaid(before.facts, names), factsSaid(after.facts, names)]
    const blank = key === 'value' ? after.facts.yearlyValue === null : now.en === '—'
    if (sameSaid(was, now) || (!was && blank)) return []
    return [
      { ...asked, key, aspect, touches, label: saidInAll(approvalMessages, key), was, now, detail: null, why: null },
    ]
  })
  const { paper } = after
  if (paper === null || paper.digest === before?.paper?.digest) return lines
  const now = verbatim(paper.name)
  const label = saidInAll(approvalMessages, 'paper')
  return [
    ...lines,
    { ...asked, key: 'paper', aspect: 'legal', label, was: null, now, detail: null, why: null, digest: paper.digest },
  ]
}

const sameSaid = (a: Said | null, b: Said | null) =>
  a !== null && b !== null && a['zh-TW'] === b['zh-TW'] && a.en === b.en

function factsSaid(facts: Facts, names: readonly (keyof Facts)[]): Said {
  return eachLocale((locale) => {
    const word = translatorOf(words, locale)
    const said = names.flatMap((name) => {
      const one = facts[name]
      if (one === null || one === '' || name === 'currency') return []
      if (name === 'yearlyValue')
        return [formatMoney({ amount: exact(String(one)).toFixed(4), currency: facts.currency })]
      const chosen = name === 'renewal' || name === 'noticeUnit' ? word(`${name}_${one}` as Word) : String(one)
      return [`${word(name as Word)} ${chosen}`]
    })
    return said.join(marksOf(locale).semicolon) || '—'
  })
}

/** What policies judge it by: the value in a year, in the currency that their limits are in. */
export const policyFactsOf = ({ yearlyValue, currency }: Facts): Record<string, string> =>
  yearlyValue !== null && currency === 'TWD' ? { value: plain(yearlyValue) } : {}

type Titled = { code: string; title: string; number: number; account: { name: string; englishName: string | null } }

/** What approvers read in their lists. */
export const titleOf = ({ code, title, number, account }: Titled): Said =>
  saidInAll(approvalMessages, 'title', (locale) => ({
    ...{ code, title, number },
    account: locale === 'en' ? (account.englishName ?? account.name) : account.name,
  }))
