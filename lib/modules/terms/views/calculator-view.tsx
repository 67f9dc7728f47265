import { Card } from '@/lib/ui/card'
import { DateField } from '@/lib/ui/date-field'
import { RecordTable } from '@/lib/ui/record-table'
import { termWord } from '../messages-pages'
import { weights } from '../model-catalogue'
import type { Calculated } from '../queries-calculator'
import type { Said } from './said'

/** What one term is worth in another, by the same yearly cost; and what being late or early costs. */
export function CalculatorView({ result, said }: { result: Calculated; said: Said }) {
  const { t, money } = said
  return (
    <div className="flex flex-col gap-5">
      <Card title={t('calculator')}>
        <form method="get" className="form">
          <p className="text-muted">{t('calculatorIntro')}</p>
          <div className="form-grid">
            <div className="field">
              <label className="label" htmlFor="weight">
                {t('weight')}
              </label>
              <select className="input select" id="weight" name="weight" defaultValue={result.weight}>
                {weights.map((weight) => (
                  <option key={weight} value={weight}>
                    {t(termWord('weight', weight))}
                  </option>
                ))}
              </select>
            </div>
            <Typed id="many" name="many" label={t('many')} value={result.given.many} />
            <Typed id="sales" name="sales" label={t('yearlySales')} value={result.given.sales} />
            <Typed id="rate" name="rate" label={t('moneyRate')} value={result.given.rate} />
          </div>
          {result.wrong && <p className="notice warn">{t('badNumbers')}</p>}
          <button type="submit" className="button primary w-fit">
            {t('reckon')}
          </button>
        </form>
        {result.rows.length > 0 && (
          <div className="mt-4">
            <RecordTable
              sentences
              caption={t('equivalentsCaption')}
              columns={[{ label: t('equivalents') }, { label: t('many'), numeric: true }]}
              rows={result.rows.map(([weight, value]) => ({
                key: weight,
                cells: [t(termWord('weight', weight)), weight === 'lumpSum' ? money(value) : value],
              }))}
            />
          </div>
        )}
      </Card>
      <Card title={t('lateTitle')}>
        <form method="get" className="form">
          <div className="form-grid">
            <Typed id="amount" name="amount" label={t('lateAmount')} value={result.late.amount} />
            <Typed id="lateRate" name="lateRate" label={t('lateRate')} value={result.late.rate} />
            <DateField name="due" label={t('lateDue')} defaultValue={result.late.due} />
            <DateField name="paid" label={t('latePaid')} defaultValue={result.late.paid} />
            <Typed id="pct" name="pct" label={t('discountPct')} value={result.discount.pct} />
            <Typed id="days" name="days" label={t('discountDays')} value={result.discount.days} />
            <Typed id="netDays" name="netDays" label={t('netDays')} value={result.discount.netDays} />
          </div>
          <button type="submit" className="button w-fit">
            {t('reckon')}
          </button>
        </form>
        {result.interest !== null && <p className="mt-3">{t('lateInterest', { amount: money(result.interest) })}</p>}
        {result.aboveCap && <p className="notice warn">{t('lateCap')}</p>}
        {result.foregone && <p className="mt-3">{t('foregone', result.foregone)}</p>}
      </Card>
    </div>
  )
}

type TypedProps = { id: string; name: string; label: string; value: string }

const Typed = ({ id, name, label, value }: TypedProps) => (
  <div className="field">
    <label className="label" htmlFor={id}>
      {label}
    </label>
    <input className="input" id={id} name={name} type="text" inputMode="decimal" defaultValue={value} />
  </div>
)
