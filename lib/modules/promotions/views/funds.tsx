'use client'
import { formatMoney } from '@/lib/kernel/money'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { Card } from '@/lib/ui/card'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { changeFund, openFund } from '../actions'
import { words } from '../messages'
import { pages } from '../messages-pages'
import type { Fund } from '../queries'

/** What is set aside for promotions, what they take, and what is left. */
export function FundsPanel({ funds, mayFund }: { funds: readonly Fund[]; mayFund: boolean }) {
  const t = useTranslator(pages)
  const word = useTranslator(words)
  const money = (amount: string, currency: string) => formatMoney({ amount, currency })
  return (
    <div className="grid gap-4">
      <Card title={t('funds')} flush={funds.length > 0}>
        {funds.length === 0 ? (
          <p className="text-muted">{t('fundsEmpty')}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too.
          <section className="table-scroll" tabIndex={0} aria-label={t('funds')}>
            <table className="table">
              <caption className="hush">{t('funds')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('fundName')}</th>
                  <th scope="col">{t('client')}</th>
                  <th scope="col" className="n">
                    {t('fundAmount')}
                  </th>
                  <th scope="col" className="n">
                    {t('fundTaken')}
                  </th>
                  <th scope="col" className="n">
                    {t('fundLeft')}
                  </th>
                  <th scope="col">{t('note')}</th>
                </tr>
              </thead>
              <tbody>
                {funds.map((fund) => (
                  <tr key={fund.id}>
                    <th scope="row">{fund.name}</th>
                    <td>
                      <a href={`/accounts/${fund.accountId}`}>{fund.account}</a>
                    </td>
                    <td className="n">{money(fund.amount, fund.currency)}</td>
                    <td className="n">
                      <a href={`/promotions?account=${fund.accountId}`}>{money(fund.taken, fund.currency)}</a>
                    </td>
                    <td className="n">{money(fund.left, fund.currency)}</td>
                    <td>
                      {fund.note}
                      {mayFund && fund.mayChange && (
                        <details>
                          <summary className="button quiet small">{t('changeFund')}</summary>
                          <Form action={changeFund} warn={false}>
                            <input type="hidden" name="fundId" defaultValue={fund.id} />
                            <input type="hidden" name="version" defaultValue={fund.version} />
                            <TextField name="name" label={t('fundName')} required defaultValue={fund.name} />
                            <TextField
                              name="amount"
                              label={t('fundAmount')}
                              required
                              inputMode="decimal"
                              defaultValue={fund.amount}
                            />
                          </Form>
                        </details>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Card>
      {mayFund && (
        <Card title={t('openFund')}>
          <Form action={openFund} submit={t('openFund')} again warn={false} className="narrow">
            <AccountPicker label={t('client')} required />
            <div className="form-grid">
              <TextField name="name" label={t('fundName')} required maxLength={120} />
              <TextField name="amount" label={t('fundAmount')} required inputMode="decimal" />
              <TextField name="currency" label={word('currency')} maxLength={3} defaultValue="TWD" />
              <TextField name="note" label={t('note')} maxLength={500} />
            </div>
          </Form>
        </Card>
      )}
    </div>
  )
}
