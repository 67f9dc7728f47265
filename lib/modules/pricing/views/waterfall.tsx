'use client'
import { formatMoney, formatMoneyShort } from '@/lib/kernel/money'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { pages } from '../messages-pages'
import { barsOf } from '../rules-bars'
import { ScrollTable } from './scroll-table'

type Step = { name: string; delta: string | null; running: string }
const [width, height, head, foot] = [640, 200, 16, 20]
const fills = { left: 'var(--brand)', lost: 'var(--risk)', off: 'currentColor' } as const

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
  const wide = width / Math.max(1, steps.length)
  const { zero, bars } = barsOf(steps, { top: head, bottom: height - foot })
  return (
    <>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('waterfall')} className="w-full max-w-3xl">
        {steps.map((step, index) => (
          <g key={`${step.name} ${step.running}`} transform={`translate(${index * wide} 0)`}>
            {bars[index]?.pieces.map(({ kind, top, height }) => (
              <rect
                key={kind}
                x={wide * 0.15}
                y={top}
                width={wide * 0.7}
                height={height}
                fill={fills[kind]}
                opacity={kind === 'off' ? 0.45 : index === 0 || index === steps.length - 1 ? 1 : 0.35}
              />
            ))}
            <text
              x={wide / 2}
              y={(bars[index]?.label ?? head) - 4}
              textAnchor="middle"
              fontSize="10"
              fill="currentColor"
            >
              {formatMoneyShort({ amount: step.delta ?? step.running, currency }, locale)}
            </text>
            <text x={wide / 2} y={height - 6} textAnchor="middle" fontSize="10" fill="currentColor">
              {index + 1}
            </text>
          </g>
        ))}
        <line x1={0} x2={width} y1={zero} y2={zero} stroke="currentColor" opacity={0.45} />
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
