import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { deductionList, deductionsList } from '@/lib/modules/terms/list-deductions'
import { deductionMessages } from '@/lib/modules/terms/messages-deductions'
import { DeductionTable } from '@/lib/modules/terms/views/deduction-table'
import { saidFor } from '@/lib/modules/terms/views/said'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(deductionMessages))('deductions'),
})

export default async function DeductionsPage({ searchParams }: PageProps<'/deductions'>) {
  const [address, said] = [await searchParams, await saidFor()]
  const [page, views] = await Promise.all([read(deductionsList, address), read(savedViewsOf, { list: 'deductions' })])
  return (
    <>
      <PageHeader title={said.d('deductions')} />
      <DeductionTable
        page={page}
        columns={columnViews(deductionList)}
        views={<SavedViews list="deductions" path="/deductions" address={address} views={views} />}
      />
    </>
  )
}
