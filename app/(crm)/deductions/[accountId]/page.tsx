import type { Metadata } from 'next'
import { dayOf } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { deductionMessages } from '@/lib/modules/terms/messages-deductions'
import { workbench } from '@/lib/modules/terms/queries-deductions'
import { saidFor } from '@/lib/modules/terms/views/said'
import { WorkbenchView } from '@/lib/modules/terms/views/workbench'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(deductionMessages))('deductions'),
})

export default async function WorkbenchPage({ params }: PageProps<'/deductions/[accountId]'>) {
  const [{ accountId }, actor, said] = [await params, await currentActor(), await saidFor()]
  const bench = await read(workbench, { accountId })
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
      <WorkbenchView bench={bench} said={said} today={dayOf(new Date(), actor.timeZone)} />
    </>
  )
}
