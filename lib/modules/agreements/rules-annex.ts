import { formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { groupThousands } from '@/lib/kernel/money'
import type { CreditTerms } from '@/lib/kernel/service-credit'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { type AnnexWord, annexWords } from './messages-annex'
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

/** The KPIs on which a version agrees, as its annex: every target with its limits, and what each one means. None without any. */
export function kpiAnnexes(kpis: readonly { content: Readonly<Record<string, unknown>> }[], language: Locale): Annex[] {
  if (kpis.length === 0) return []
  const t = translatorOf(annexWords, language)
  const contents = kpis.map(({ content }) => content as Content)
  const nameOf = ({ name, englishName }: Content) => (language === 'en' ? englishName : name)
  return [
    {
      title: t('title'),
      blocks: [
        {
          kind: 'table',
          head: [t('kpi'), t('party'), t('target'), t('limits'), t('frequency'), t('weight'), t('consequence')],
          rows: contents.map((kpi) => [
            `${nameOf(kpi)}\n${t('from', { day: formatDay(kpi.startsOn, language) })}`,
            t(`party_${kpi.party}` as AnnexWord),
            kpi.targets.map((limits) => targetSaid(limits, kpi, language, t)).join('\n'),
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

type T = Translate<typeof annexWords>
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
