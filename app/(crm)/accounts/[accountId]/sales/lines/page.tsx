import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { list, salesList } from '@/lib/modules/sales/list'
import { pages } from '@/lib/modules/sales/messages'
import { LinesTable } from '@/lib/modules/sales/views/lines-table'

type Props = {
  params: Promise<{ accountId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('linesOf') })

export default async function SalesLinesPage({ params, searchParams }: Props) {
  const [{ accountId }, address, t] = [await params, await searchParams, await translator(pages)]
  const page = await read(list, { ...address, account: accountId })
  return (
    <>
      <p className="mb-4">
        <a className="button small" href={`/accounts/${accountId}/sales`}>
          {t('back')}
        </a>
      </p>
      <LinesTable
        accountId={accountId}
        page={{ ...page, filters: page.filters.filter(({ column }) => column !== 'account') }}
        columns={columnViews(salesList)}
      />
    </>
  )
}
