import type { Metadata } from 'next'
import { addMonths, dayOf, parseDay } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { deductionMessages } from '@/lib/modules/terms/messages-deductions'
import { workbench } from '@/lib/modules/terms/queries-deductions'
import { expectedClaims } from '@/lib/modules/terms/queries-expected'
import { saidFor } from '@/lib/modules/terms/views/said'
import { WorkbenchView } from '@/lib/modules/terms/views/workbench'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(deductionMessages))('deductions'),
})

const dayFrom = (value: string | string[] | undefined) => (typeof value === 'string' ? parseDay(value) : null)

export default async function WorkbenchPage({ params, searchParams }: PageProps<'/deductions/[accountId]'>) {
  const [{ accountId }, address] = [await params, await searchParams]
  const [actor, said] = [await currentActor(), await saidFor()]
  const today = dayOf(new Date(), actor.timeZone)
  const [from, to] = [dayFrom(address.from), dayFrom(address.to)]
  const asked = { from: from ?? addMonths(today, -12), to: to ?? today }
  const [bench, expected] = await Promise.all([
    read(workbench, { accountId }),
    from && to ? read(expectedClaims, { accountId, ...asked }) : null,
  ])
  return (
    <>
      <PageHeader
        crumbs={[{ label: said.d('deductions'), href: '/deductions' }]}
        title={said.d('workbench', { account: bench.account.name })}
        actions={
          <a className="button" href={`/accounts/${accountId}/terms`}>
            {said.t('terms')}
          </a>
        }
      />
      <WorkbenchView bench={bench} said={said} today={today} asked={asked} expected={expected} />
    </>
  )
}
