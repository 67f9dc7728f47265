import { type Day, formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { groupThousands } from '@/lib/kernel/money'
import type { CreditTerms } from '@/lib/kernel/service-credit'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { type AnnexWord, annexWords } from './messages-annex'
import type { Framed } from './rules-facts'
import type { Annex } from './rules-paper'

type Limits = Readonly<
  Partial<Record<'target' | 'amber' | 'zero' | 'low' | 'high' | 'tolerance' | 'fromDay' | 'toDay', string | null>>
>
type Content = {
  name: string
  englishName: string
  unit: string
  direction: string
  definition: string | null
  numerator: string | null
  denominator: string | null
  party: string
  frequency: string
  startsOn: string
  cumulative: boolean
  weight: string
  consequence: string
  consequenceNote: string | null
  credit?: CreditTerms
  targets: readonly Limits[]
}

type Terms = readonly { name: Readonly<Record<Locale, string>>; said: Readonly<Record<Locale, string>> }[]

/** The trade terms on which a version agrees, as its annex. None without any. */
export function termAnnexes(terms: Terms, language: Locale): Annex[] {
  if (terms.length === 0) return []
  const t = translatorOf(annexWords, language)
  return [
    {
      title: t('terms'),
      blocks: [
        {
          kind: 'table',
          head: [t('term'), t('agreed')],
          rows: terms.map(({ name, said }) => [name[language], said[language]]),
        },
      ],
    },
  ]
}

type Agreed = { key: string; content: Readonly<Record<string, unknown>> }
/** What a later version changes: the days for which it holds, and the KPIs as they were. */
export type Amended = { frame: Framed; before: readonly Agreed[] }

/**
 * The KPIs on which a version agrees, as its annex: every target with its limits, and what each one means; of an amendment
 * those that it changes, from when, and what each one was. None without any.
 */
export function kpiAnnexes(kpis: readonly Agreed[], language: Locale, amended: Amended | null = null): Annex[] {
  if (kpis.length === 0) return []
  const t = translatorOf(annexWords, language)
  const old = new Map(amended?.before.map(({ key, content }) => [key, content as Content]))
  const begins = ({ startsOn }: Content) =>
    amended && amended.frame.validFrom > startsOn ? amended.frame.validFrom : startsOn
  const ends = amended?.frame.validTo ?? null
  const contents = kpis.map(({ key, content }) => ({ ...(content as Content), was: old.get(key)?.targets ?? [] }))
  const nameOf = ({ name, englishName }: Content) => (language === 'en' ? englishName : name)
  return [
    {
      title: t(amended ? 'titleChanged' : 'title'),
      blocks: [
        ...(amended ? [{ kind: 'text' as const, text: t(ends ? 'othersReturn' : 'othersStay') }] : []),
        {
          kind: 'table',
          head: [t('kpi'), t('party'), t('target'), t('limits'), t('frequency'), t('weight'), t('consequence')],
          rows: contents.map((kpi) => [
            `${nameOf(kpi)}\n${daysSaid(begins(kpi), ends, language, t)}`,
            t(`party_${kpi.party}` as AnnexWord),
            [
              ...kpi.targets.map((limits) => targetSaid(limits, kpi, language, t)),
              ...kpi.was.map((limits) => t('before', { said: targetSaid(limits, kpi, language, t) })),
            ].join('\n'),
            kpi.targets.map((limits) => limitsSaid(limits, kpi, t)).join('\n'),
            t(kpi.cumulative ? 'cumulative' : (`frequency_${kpi.frequency}` as AnnexWord)),
            kpi.weight,
            consequenceSaid(kpi, t),
          ]),
        },
        { kind: 'text', text: t('definitions') },
        {
          kind: 'facts',
          rows: contents.map((kpi) => {
            const { numerator, denominator } = kpi
            const parts = numerator && denominator ? t('parts', { numerator, denominator }) : null
            return [nameOf(kpi), [kpi.definition, parts].filter(Boolean).join('\n')] as const
          }),
        },
      ],
    },
  ]
}

/**
 * What the texts of clauses may say of the KPIs, by the name of the variable behind `kpi.`: `OTIF` all of it, `OTIF.name`,
 * `OTIF.target` and `OTIF.frequency` its parts. One that is agreed of both sides says both; one that has ended says nothing.
 */
export function kpiVariables(kpis: readonly { content: Readonly<Record<string, unknown>> }[], language: Locale) {
  const t = translatorOf(annexWords, language)
  const found = new Map<string, Set<string>>()
  for (const kpi of kpis.map(({ content }) => content as Content & { code: string })) {
    const live = kpi.targets.filter(({ target, low }) => (target ?? low ?? null) !== null)
    if (live.length === 0) continue
    const name = language === 'en' ? kpi.englishName : kpi.name
    const target = live.map((limits) => targetSaid(limits, kpi, language, t)).join(t('semicolon'))
    const frequency = t(kpi.cumulative ? 'cumulative' : (`frequency_${kpi.frequency}` as AnnexWord))
    const said = {
      '': t('kpiSaid', { name, target, frequency }),
      '.name': name,
      '.target': target,
      '.frequency': frequency,
    }
    for (const [part, text] of Object.entries(said))
      found.set(kpi.code + part, (found.get(kpi.code + part) ?? new Set()).add(text))
  }
  return Object.fromEntries([...found].map(([name, texts]) => [name, [...texts].join(t('semicolon'))]))
}

type T = Translate<typeof annexWords>
const daysSaid = (from: Day, to: Day | null, language: Locale, t: T) =>
  to
    ? t('fromTo', { from: formatDay(from, language), to: formatDay(to, language) })
    : t('from', { day: formatDay(from, language) })

const valueSaid = (value: string, { unit }: Content, t: T) =>
  `${groupThousands(value)}${t(`unit_${unit}` as AnnexWord)}`

function targetSaid({ fromDay, toDay, target, low, high }: Limits, kpi: Content, language: Locale, t: T): string {
  const value = target ?? null
  const said =
    value !== null
      ? t(kpi.direction === 'higher' ? 'atLeast' : 'atMost', { value: valueSaid(value, kpi, t) })
      : low && high
        ? t('between', { low: valueSaid(low, kpi, t), high: valueSaid(high, kpi, t) })
        : t('ends')
  if (!fromDay || !toDay) return said
  return t('inPeriod', { from: formatDay(fromDay, language), to: formatDay(toDay, language), said })
}

/** What follows when it is missed, with the amount where one was agreed. */
function consequenceSaid({ consequenceNote, consequence, credit }: Content, t: T): string {
  const said = consequenceNote ?? t(`consequence_${consequence}` as AnnexWord)
  if (!credit) return said
  const tiers = credit.tiers.map((tier) => t('creditTier', tier)).join('；')
  return `${said}\n${t('credit', { fee: groupThousands(credit.monthlyFee), cap: credit.cap, tiers })}`
}

function limitsSaid({ amber, zero, tolerance }: Limits, kpi: Content, t: T): string {
  if (amber && zero) return `${valueSaid(amber, kpi, t)}；${valueSaid(zero, kpi, t)}`
  return tolerance ? t('outside', { value: valueSaid(tolerance, kpi, t) }) : '—'
}
