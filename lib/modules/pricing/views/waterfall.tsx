'use client'
import { formatMoney, formatMoneyShort } from '@/lib/kernel/money'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { pages } from '../messages-pages'
import { ScrollTable } from './scroll-table'

type Step = { name: string; delta: string | null; running: string }
const [width, height, foot] = [640, 200, 20]

/** A waterfall as bars and as a table: what each step takes away and what it leaves. */
export function Waterfall({ steps, currency }: { steps: readonly Step[]; currency: string }) {
  const t = useTranslator(pages)
  const locale = useLocale()
  const money = (amount: string) => formatMoney({ amount, currency })
  const nameOf = ({ name, delta }: Step) =>
    delta === null
      ? t('step_list')
      : name === '#price'
        ? t('step_price')
        : name === '#payment'
          ? t('step_payment')
          : name
  const most = Math.max(1, ...steps.map(({ running }) => Number(running)))
  const wide = width / Math.max(1, steps.length)
  const tall = (amount: number) => Math.max(1, (Math.max(0, amount) / most) * (height - foot - 14))
  return (
    <>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('waterfall')} className="w-full max-w-3xl">
        {steps.map((step, index) => {
          const running = Number(step.running)
          const off = step.delta === null ? 0 : -Number(step.delta)
          const top = height - foot - tall(running + Math.max(0, off))
          return (
            <g key={`${step.name} ${step.running}`} transform={`translate(${index * wide} 0)`}>
              <rect
                x={wide * 0.15}
                y={height - foot - tall(running)}
                width={wide * 0.7}
                height={tall(running)}
                fill="var(--brand)"
                opacity={index === 0 || index === steps.length - 1 ? 1 : 0.35}
              />
              {off > 0 && (
                <rect
                  x={wide * 0.15}
                  y={top}
                  width={wide * 0.7}
                  height={tall(off)}
                  fill="currentColor"
                  opacity="0.45"
                />
              )}
              <text x={wide / 2} y={top - 4} textAnchor="middle" fontSize="10" fill="currentColor">
                {formatMoneyShort({ amount: step.delta ?? step.running, currency }, locale)}
              </text>
              <text x={wide / 2} y={height - 6} textAnchor="middle" fontSize="10" fill="currentColor">
                {index + 1}
              </text>
            </g>
          )
        })}
      </svg>
      <ScrollTable
        caption={t('waterfall')}
        columns={[{ label: t('step') }, { label: t('change'), number: true }, { label: t('running'), number: true }]}
        rows={steps.map((step, index) => ({
          key: `${step.name} ${step.running}`,
          cells: [`${index + 1}. ${nameOf(step)}`, step.delta === null ? '' : money(step.delta), money(step.running)],
        }))}
      />
    </>
  )
}
