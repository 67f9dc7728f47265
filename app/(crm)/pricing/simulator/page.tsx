import type { Metadata } from 'next'
import { dayOf } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { seesMargin } from '@/lib/kernel/rights'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { header } from '@/lib/modules/accounts/queries'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { priceQuestion } from '@/lib/modules/pricing/model-deals'
import { simulate } from '@/lib/modules/pricing/queries'
import { guidance } from '@/lib/modules/pricing/queries-guidance'
import { PricingTabs } from '@/lib/modules/pricing/views/pricing-tabs'
import { GuidanceCard, SimulatedPrice, SimulatorForm } from '@/lib/modules/pricing/views/simulator'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('simulator') })

export default async function SimulatorPage({ searchParams }: PageProps<'/pricing/simulator'>) {
  const [address, actor, t] = [await searchParams, await currentActor(), await translator(pages)]
  const text = (name: string, otherwise = '') => {
    const value = address[name]
    return typeof value === 'string' && value !== '' ? value : otherwise
  }
  const asked = {
    accountId: text('accountId'),
    productId: text('productId'),
    quantity: text('quantity', '1'),
    day: text('day', dayOf(new Date(), actor.timeZone)),
    deliveryDay: text('deliveryDay'),
    pricedBy: text('pricedBy', 'document'),
    currency: text('currency', 'TWD'),
    channel: text('channel'),
  }
  const complete = priceQuestion.safeParse(asked).success
  const [result, guided, client] = await Promise.all([
    complete ? read(simulate, asked) : null,
    complete
      ? read(guidance, {
          accountId: asked.accountId,
          productId: asked.productId,
          quantity: asked.quantity,
          currency: asked.currency,
        })
      : null,
    complete ? read(header, { accountId: asked.accountId }) : null,
  ])
  return (
    <>
      <PageHeader title={t('simulator')} meta={t('simulatorText')} />
      <PricingTabs at="simulator" margins={seesMargin(actor)} />
      <div className="flex flex-col gap-5">
        <SimulatorForm
          asked={{
            ...asked,
            account: client && { id: client.account.id, title: client.account.name },
            product: result?.product ? { id: asked.productId, title: result.product } : null,
          }}
        />
        {result && <SimulatedPrice result={result} />}
        {guided && <GuidanceCard guidance={guided} />}
      </div>
    </>
  )
}
