import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { obligationList, openObligations } from '@/lib/modules/agreements/list-obligations'
import { obligationMessages } from '@/lib/modules/agreements/messages-obligations'
import { ObligationCuts } from '@/lib/modules/agreements/views/obligation-cuts'
import { ObligationTable } from '@/lib/modules/agreements/views/obligation-table'
import { obligationSaid } from '@/lib/modules/agreements/views/said-obligations'
import { memberNames } from '@/lib/modules/workspace/queries'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

const path = '/agreements/obligations'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(obligationMessages))('obligations'),
})

export default async function ObligationsListPage({ searchParams }: PageProps<'/agreements/obligations'>) {
  const [actor, said, address] = [await currentActor(), await obligationSaid(), await searchParams]
  const [page, members, views] = await Promise.all([
    read(openObligations, address),
    read(memberNames, {}),
    read(savedViewsOf, { list: 'obligations' }),
  ])
  return (
    <>
      <PageHeader
        title={said.o('obligations')}
        actions={
          <a className="button" href="/agreements">
            {said.o('toAgreements')}
          </a>
        }
      />
      <ObligationCuts me={actor.id} said={said} address={address} />
      <ObligationTable
        page={page}
        columns={columnViews(obligationList)}
        members={members}
        views={<SavedViews list="obligations" path={path} address={address} views={views} />}
      />
    </>
  )
}
