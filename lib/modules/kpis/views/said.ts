import { formatMoney } from '@/lib/kernel/money'
import type { CreditTerms } from '@/lib/kernel/service-credit'
import { currentActor } from '@/lib/kernel/session'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { daySaid, type Reader, readerFor } from '@/lib/ui/reader'
import { words } from '../messages'
import { boardWords } from '../messages-board'
import { pageWords } from '../messages-pages'
import { valueSaid } from '../model-said'
import type { KpiUnit, Thresholds } from '../model-values'

/** With what the KPIs of an agreement are said: the reader's words, calendar and today. */
export type Said = Reader & {
  t: Translate<typeof pageWords>
  word: Translate<typeof words>
  board: Translate<typeof boardWords>
}

export async function saidFor(): Promise<Said> {
  const reader = await readerFor(currentActor())
  const { locale } = reader
  return {
    t: translatorOf(pageWords, locale),
    word: translatorOf(words, locale),
    board: translatorOf(boardWords, locale),
    ...reader,
  }
}

type Measure = { unit: KpiUnit; decimals: number }

/** What is promised, in short: 95% or more, 20 to 30 days. */
export function targetSaid(thresholds: Thresholds | null, kpi: Measure, { t, word }: Said): string {
  if (!thresholds) return t('ended')
  const said = (value: string) => valueSaid(value, kpi, word)
  if (thresholds.direction === 'range') return t('between', { low: said(thresholds.low), high: said(thresholds.high) })
  return t(thresholds.direction === 'higher' ? 'atLeast' : 'atMost', { value: said(thresholds.target) })
}

/** What was agreed to follow in money: the fee, the cap and the steps. K05. */
export const creditSaid = ({ monthlyFee, cap, tiers }: CreditTerms, currency: string, { t }: Pick<Said, 't'>): string =>
  t('creditOf', {
    fee: formatMoney({ amount: monthlyFee, currency }),
    cap,
    tiers: tiers.map((tier) => t('creditTier', tier)).join(' · '),
  })

type Standing = { status: 'green' | 'amber' | 'red' | 'noData'; thresholds: Thresholds | null }

/** Why a value stands as it does, in words with the limits that decide. K01. */
export function reasonSaid({ status, thresholds }: Standing, kpi: Measure, { t, word }: Said): string {
  if (!thresholds || status === 'noData') return t('because_noData')
  const said = (value: string) => valueSaid(value, kpi, word)
  if (thresholds.direction === 'range') {
    const { low, high, tolerance } = thresholds
    return t(`becauseRange_${status}`, { low: said(low), high: said(high), tolerance: said(tolerance) })
  }
  const because = thresholds.direction === 'lower' ? 'becauseLower' : 'because'
  return t(`${because}_${status}`, { target: said(thresholds.target), amber: said(thresholds.amber) })
}

type Segment = { from: string; to: string; thresholds: Thresholds }
type Split = { segments: readonly Segment[]; total: { thresholds: Thresholds | null } | null }

/** How a target is made up where it changed inside a period: each part with its days, and what follows for the whole. A06. */
export function splitSaid({ segments, total }: Split, kpi: Measure, said: Said): string {
  const { t } = said
  const fine = { ...kpi, decimals: Math.max(kpi.decimals, 2) }
  const parts = segments.map(({ from, to, thresholds }, index) => {
    const target = targetSaid(thresholds, kpi, said)
    if (index === 0) return t('splitUntil', { day: daySaid(to, said) ?? to, target })
    if (index === segments.length - 1) return t('splitFrom', { day: daySaid(from, said) ?? from, target })
    return t('splitBetween', { from: daySaid(from, said) ?? from, to: daySaid(to, said) ?? to, target })
  })
  if (total?.thresholds) parts.push(t('splitWhole', { target: targetSaid(total.thresholds, fine, said) }))
  return parts.join(t('splitComma'))
}

type Rewrite = { number: number; recordedOn: string; why: string | null; was: Standing }

/** That a version which reaches back judged a period anew, and how it stood before. */
export const rewrittenSaid = ({ number, recordedOn, why, was }: Rewrite, kpi: Measure, said: Said): string =>
  said.t('rewritten', {
    number,
    day: daySaid(recordedOn, said) ?? recordedOn,
    target: targetSaid(was.thresholds, kpi, said),
    status: said.board(`status_${was.status}`),
    why: why ?? '—',
  })
