import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { list, needList } from '@/lib/modules/needs/list'
import { may } from '@/lib/modules/needs/manifest'
import { messages } from '@/lib/modules/needs/messages'
import { FilterLinks } from '@/lib/modules/needs/views/filter-links'
import { NeedsNavigation } from '@/lib/modules/needs/views/navigation'
import { NeedTable } from '@/lib/modules/needs/views/need-table'
import { saidFor } from '@/lib/modules/needs/views/said'
import { memberNames } from '@/lib/modules/workspace/queries'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await translator(messages))('needs') })

export default async function NeedsPage({ searchParams }: PageProps<'/needs'>) {
  const [actor, said, address] = [await currentActor(), await saidFor(), await searchParams]
  const [page, members, views] = await Promise.all([
    read(list, address),
    read(memberNames, {}),
    read(savedViewsOf, { list: 'needs' }),
  ])
  const mayRecord = isGranted(may.record, actor)
  const hear = (
    <a className="button primary" href="/needs/new">
      {said.t('hear')}
    </a>
  )
  return (
    <>
      <PageHeader title={said.word('needs')} primary={mayRecord && hear} />
      <NeedsNavigation current="/needs" said={said} />
      <FilterLinks me={actor.id} reports={actor.reports} said={said} address={address} />
      <NeedTable
        page={page}
        columns={columnViews(needList)}
        members={members}
        mayRecord={mayRecord}
        today={said.today}
        views={<SavedViews list="needs" path="/needs" address={address} views={views} />}
      />
    </>
  )
}
