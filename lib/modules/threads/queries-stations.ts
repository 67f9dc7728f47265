import type { Day } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { mismatchesBetween } from '@/lib/modules/agreements/queries-mismatches'
import type { Owed } from '@/lib/modules/agreements/queries-thread'
import { words as kpiWords } from '@/lib/modules/kpis/messages'
import { valueSaid } from '@/lib/modules/kpis/model-said'
import { becomesOf } from '@/lib/modules/negotiations/model-outcome'
import type { FoundPoint } from '@/lib/modules/negotiations/queries-thread'
import type { findTermOf } from '@/lib/modules/terms/queries-thread'
import { messages } from './messages'
import { type Knot, type Station, type StationKind, stationKinds, type Wrong } from './model'
import type { Measured, Next } from './queries-follow'
import type { Written } from './queries-start'

/** What was found of a thread, before it is said. */
export type Stations = {
  point: FoundPoint | null
  term: Awaited<ReturnType<typeof findTermOf>>
  written: readonly (Pick<Written, 'clause' | 'version' | 'agreement'> & { day: Day })[]
  measured: readonly (Measured & { enteredOn: Day | null })[]
  owed: readonly Owed[]
  next: readonly Next[]
}

type NameOf = (memberId: string | null) => string | null
type Words = ReturnType<typeof translatorOf<typeof messages>>

/** Every stop of the thread in the reader's words, red where it says otherwise than what it came from. */
export function stationsOf(found: Stations, locale: Locale, nameOf: NameOf): Station[] {
  const t = translatorOf(messages, locale)
  const knots: Readonly<Record<StationKind, readonly Knot[]>> = {
    issue: issueKnots(found, locale, nameOf, t),
    agreed: agreedKnots(found, locale, nameOf, t),
    term: termKnots(found, locale, nameOf, t),
    clause: clauseKnots(found, locale, nameOf, t),
    owed: [...targetKnots(found, locale, nameOf, t), ...owedKnots(found, nameOf, t)],
    actual: actualKnots(found, locale, nameOf, t),
    next: nextKnots(found, nameOf, t),
  }
  return stationKinds.map((kind) => ({ kind, knots: knots[kind] }))
}

function issueKnots({ point }: Stations, locale: Locale, nameOf: NameOf, t: Words): Knot[] {
  if (!point) return []
  const { issue, negotiation, opened } = point
  return [
    {
      key: issue.id,
      about: negotiation.title,
      value: opened?.words[locale] ?? null,
      note: opened && t(opened.side === 'us' ? 'weSaid' : 'theySaid'),
      day: opened?.day ?? (negotiation.startedOn as Day),
      by: nameOf(opened?.by ?? negotiation.ownerId),
      href: `/negotiations/${negotiation.id}/rounds`,
      wrong: null,
    },
  ]
}

function agreedKnots({ point, written }: Stations, locale: Locale, nameOf: NameOf, t: Words): Knot[] {
  if (!point?.agreed) return []
  const { agreed, negotiation, agreedOn } = point
  const dropped = written.length === 0 && becomesOf(agreed) === 'dropped'
  return [
    {
      key: agreed.key,
      about: agreed.name,
      value: agreed.words[locale],
      note: dropped ? t('dropped', { reason: agreed.droppedBecause ?? '' }) : (agreed.condition?.[locale] ?? null),
      day: agreedOn,
      by: nameOf(negotiation.ownerId),
      href: `/negotiations/${negotiation.id}/outcome`,
      wrong: null,
    },
  ]
}

function termKnots({ point, term }: Stations, locale: Locale, nameOf: NameOf, t: Words): Knot[] {
  if (!term) return []
  const agreed = point?.agreed
  const wrong: Wrong | null =
    agreed && term.says === false ? { why: 'differs', from: 'agreed', value: agreed.words[locale] } : null
  const version = t('termVersion', { number: term.number })
  return [
    {
      key: term.versionId,
      about: term.name,
      value: term.value,
      note: term.departs ? version : `${version} · ${t('asStandard')}`,
      day: term.validFrom as Day,
      by: nameOf(term.by),
      href: `/accounts/${term.accountId}/terms/${term.versionId}`,
      wrong,
    },
  ]
}

/** What a clause has to say: what was agreed, in the paper's language, otherwise what the term says. */
function clauseKnots({ point, term, written }: Stations, locale: Locale, nameOf: NameOf, t: Words): Knot[] {
  return written.map(({ clause, version, agreement, day }) => {
    const agreed = point?.agreed
    const from = agreed ? 'agreed' : 'term'
    const paper = agreement.language === 'en' ? 'en' : 'zh-TW'
    const before = agreed ? agreed.words[paper] : (term?.value ?? null)
    const differs = before !== null && saysOther(clause, before)
    return {
      key: clause.id,
      about: clause.heading,
      value: clause.value,
      note: [clause.value === null ? t('noValue') : null, agreement.title].filter(Boolean).join(' · '),
      day,
      by: nameOf(version.draftedBy),
      href: `/agreements/${agreement.id}/text?version=${version.id}#${clause.id}`,
      wrong: differs ? { why: 'differs' as const, from, value: agreed ? agreed.words[locale] : before } : null,
    }
  })
}

/** A clause that takes up a term without a value of its own lets the annex speak; one of a point at the table must say it. */
function saysOther({ key, issueKey, value }: Written['clause'], before: string): boolean {
  if (value === null && issueKey === null) return false
  const point = { key, issueId: key, name: key, termCode: null, words: before, settled: false }
  return mismatchesBetween([{ key, issueKey: key, value }], [point]).length > 0
}

const measureOf =
  ({ kpi }: Measured, locale: Locale) =>
  (value: string) =>
    valueSaid(plain(value), kpi, translatorOf(kpiWords, locale))

const nameOfKpi = ({ kpi }: Measured, locale: Locale) => (locale === 'en' ? kpi.englishName : kpi.name)

function targetSaid(each: Measured, locale: Locale, t: Words): string | null {
  const { kpi, target } = each
  const said = measureOf(each, locale)
  if (kpi.direction === 'range')
    return target.low === null || target.high === null
      ? null
      : t('between', { low: said(target.low), high: said(target.high) })
  if (target.target === null) return null
  return t(kpi.direction === 'higher' ? 'atLeast' : 'atMost', { value: said(target.target) })
}

const kpiPage = ({ kpi }: Measured) => `/agreements/${kpi.agreementId}/kpis/${kpi.id}`

const targetKnots = ({ measured }: Stations, locale: Locale, nameOf: NameOf, t: Words): Knot[] =>
  measured.map((each) => ({
    key: each.kpi.id,
    about: nameOfKpi(each, locale),
    value: targetSaid(each, locale, t),
    note: null,
    day: each.target.fromDay as Day,
    by: nameOf(each.kpi.ownerId),
    href: kpiPage(each),
    wrong: null,
  }))

const owedKnots = ({ owed }: Stations, nameOf: NameOf, t: Words): Knot[] =>
  owed.map(({ obligation, dueOn, overdue }) => ({
    key: obligation.id,
    about: obligation.text,
    value: null,
    note: t(dueOn ? 'dueNext' : 'noMore'),
    day: dueOn,
    by: nameOf(obligation.ownerId),
    href: `/agreements/${obligation.agreementId}/obligations#${obligation.id}`,
    wrong: overdue ? { why: 'overdue' as const } : null,
  }))

function actualKnots({ measured }: Stations, locale: Locale, nameOf: NameOf, t: Words): Knot[] {
  return measured.flatMap((each) => {
    const { kpi, enteredOn, enteredBy } = each
    if (kpi.latestValue === null) return []
    return [
      {
        key: kpi.id,
        about: t('byPeriod', { name: nameOfKpi(each, locale), period: kpi.latestPeriod ?? '' }),
        value: measureOf(each, locale)(kpi.latestValue),
        note: null,
        day: enteredOn,
        by: nameOf(enteredBy),
        href: kpiPage(each),
        wrong: kpi.latestStatus === 'red' ? { why: 'missed' as const } : null,
      },
    ]
  })
}

const nextKnots = ({ next }: Stations, nameOf: NameOf, t: Words): Knot[] =>
  next.map(({ id, title, startedOn, ownerId, issueId, carried }) => ({
    key: id,
    about: title,
    value: null,
    note: issueId === null ? t('onTheTable') : carried,
    day: startedOn as Day,
    by: nameOf(ownerId),
    href: `/negotiations/${id}/issues`,
    wrong: null,
  }))
