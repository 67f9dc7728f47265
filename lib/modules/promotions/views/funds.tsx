'use client'
import { formatMoney } from '@/lib/kernel/money'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { Card } from '@/lib/ui/card'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { RecordTable } from '@/lib/ui/record-table'
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
          <RecordTable
            sentences
            caption={t('funds')}
            columns={[
              { label: t('fundName') },
              { label: t('client') },
              { label: t('fundAmount'), numeric: true },
              { label: t('fundTaken'), numeric: true },
              { label: t('fundLeft'), numeric: true },
              { label: t('note') },
            ]}
            rows={funds.map((fund) => ({
              key: fund.id,
              cells: [
                fund.name,
                <a key="client" href={`/accounts/${fund.accountId}`}>
                  {fund.account}
                </a>,
                money(fund.amount, fund.currency),
                <a key="taken" href={`/promotions?account=${fund.accountId}`}>
                  {money(fund.taken, fund.currency)}
                </a>,
                money(fund.left, fund.currency),
                <FundNote key="note" fund={fund} mayChange={mayFund && fund.mayChange} />,
              ],
            }))}
          />
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

function FundNote({ fund, mayChange }: { fund: Fund; mayChange: boolean }) {
  const t = useTranslator(pages)
  return (
    <div>
      {fund.note}
      {mayChange && (
        <details>
          <summary className="button quiet small">{t('changeFund')}</summary>
          <Form action={changeFund} warn={false}>
            <input type="hidden" name="fundId" defaultValue={fund.id} />
            <input type="hidden" name="version" defaultValue={fund.version} />
            <TextField name="name" label={t('fundName')} required defaultValue={fund.name} />
            <TextField name="amount" label={t('fundAmount')} required inputMode="decimal" defaultValue={fund.amount} />
          </Form>
        </details>
      )}
    </div>
  )
}
