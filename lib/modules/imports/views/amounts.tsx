import { formatPrice } from '@/lib/kernel/money'
import { translator } from '@/lib/kernel/translator'
import { togetherWords } from '../messages-together'
import type { Amount } from '../model-views'

/** What the records of an import add up to, exact: the figures to compare with where the file came from. */
export async function Amounts({ amounts }: { amounts: readonly Amount[] }) {
  if (amounts.length === 0) return null
  const t = await translator(togetherWords)
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3" aria-label={t('amounts')}>
      {amounts.map(({ name, currency, amount }) => (
        <div key={`${name} ${currency}`}>
          <dt className="text-muted">{t(`amount_${name}`)}</dt>
          <dd className="text-lg tabular-nums">{formatPrice({ amount, currency })}</dd>
        </div>
      ))}
    </dl>
  )
}
