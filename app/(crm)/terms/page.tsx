import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { list, sheetList } from '@/lib/modules/terms/list'
import { may } from '@/lib/modules/terms/manifest'
import { termPages } from '@/lib/modules/terms/messages-pages'
import { HubTabs } from '@/lib/modules/terms/views/hub-tabs'
import { saidFor } from '@/lib/modules/terms/views/said'
import { SheetTable } from '@/lib/modules/terms/views/sheet-table'
import { memberNames } from '@/lib/modules/workspace/queries'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(termPages))('terms') })

export default async function TermsPage({ searchParams }: PageProps<'/terms'>) {
  const [address, actor, said] = [await searchParams, await currentActor(), await saidFor()]
  const [page, members, views] = await Promise.all([
    read(list, address),
    read(memberNames, {}),
    read(savedViewsOf, { list: 'term-sheets' }),
  ])
  return (
    <>
      <PageHeader title={said.t('terms')} />
      <HubTabs at="sheets" mayCompare={isGranted(may.compare, actor)} said={said} />
      <SheetTable
        page={page}
        columns={columnViews(sheetList)}
        members={members}
        views={<SavedViews list="term-sheets" path="/terms" address={address} views={views} />}
      />
    </>
  )
}
