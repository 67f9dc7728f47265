'use client'
import { Bars } from '@/lib/ui/bars'
import { useMoney } from '@/lib/ui/decimals'
import { useTranslator } from '@/lib/ui/locale'
import { RecordTable } from '@/lib/ui/record-table'
import { pages } from '../messages-pages'
import { waterfallBars } from '../rules-bars'

type Step = { name: string; delta: string | null; running: string }

/** A waterfall as bars and as a table: what each step takes away and what it leaves. */
export function Waterfall({ steps, currency }: { steps: readonly Step[]; currency: string }) {
  const t = useTranslator(pages)
  const { money, short } = useMoney(currency)
  const nameOf = ({ name, delta }: Step) =>
    delta === null
      ? t('step_list')
      : name === '#price'
        ? t('step_price')
        : name === '#payment'
          ? t('step_payment')
          : name
  const last = steps.length - 1
  return (
    <>
      <Bars
        label={t('waterfall')}
        columns={steps.map((step, index) => ({
          key: `${step.name} ${step.running}`,
          bars: waterfallBars(step, index === 0 || index === last),
          head: short(step.delta ?? step.running),
          foot: String(index + 1),
        }))}
      />
      <RecordTable
        caption={t('waterfall')}
        columns={[{ label: t('step') }, { label: t('change'), numeric: true }, { label: t('running'), numeric: true }]}
        rows={steps.map((step, index) => ({
          key: `${step.name} ${step.running}`,
          cells: [`${index + 1}. ${nameOf(step)}`, step.delta === null ? '' : money(step.delta), money(step.running)],
        }))}
      />
    </>
  )
}
