import type { Metadata } from 'next'
import { dayOf } from '@/lib/kernel/day'
import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { listRates, rateList } from '@/lib/modules/workspace/list-rates'
import { may } from '@/lib/modules/workspace/manifest'
import { moneyMessages } from '@/lib/modules/workspace/messages-money'
import { currencyList } from '@/lib/modules/workspace/queries-money'
import { CurrencyForm, CurrencyRows, RateForm, RateLinesForm } from '@/lib/modules/workspace/views/money-forms'
import { RateTable } from '@/lib/modules/workspace/views/rate-table'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(moneyMessages))('currencies'),
})

export default async function CurrenciesPage({ searchParams }: PageProps<'/settings/currencies'>) {
  const [address, t, actor] = [await searchParams, await translator(moneyMessages), await currentActor()]
  const [currencies, rates] = await Promise.all([read(currencyList, {}), read(listRates, address)])
  const configures = isGranted(may.configure, actor)
  return (
    <>
      <PageHeader title={t('currencies')} meta={t('currenciesHint')} />
      {configures && (
        <Card title={t('addRate')}>
          <RateForm currencies={currencies} today={dayOf(new Date(), actor.timeZone)} />
        </Card>
      )}
      <Card title={t('rates')} flush>
        <RateTable page={rates} columns={columnViews(rateList)} />
      </Card>
      {configures && (
        <Card title={t('pasteRates')}>
          <RateLinesForm />
        </Card>
      )}
      <Card title={t('currency')} flush>
        <CurrencyRows currencies={currencies} />
      </Card>
      {configures && (
        <Card title={t('addCurrency')}>
          <CurrencyForm />
        </Card>
      )}
    </>
  )
}
