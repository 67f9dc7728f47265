import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { rebateById } from '@/lib/modules/pricing/queries-rebates'
import { RebatePage } from '@/lib/modules/pricing/views/rebate-views'
import { PageHeader } from '@/lib/ui/page-header'

type Props = PageProps<'/pricing/rebates/[rebateId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read(rebateById, { rebateId: (await params).rebateId })).name }
}

export default async function RebateProgrammePage({ params }: Props) {
  const { rebateId } = await params
  const [t, rebate] = [await translator(pages), await read(rebateById, { rebateId })]
  const edit = (
    <a className="button primary" href={`/pricing/rebates/${rebateId}/edit`}>
      {t('editRebate')}
    </a>
  )
  return (
    <>
      <PageHeader
        title={rebate.name}
        crumbs={[{ label: t('rebates'), href: '/pricing/rebates' }]}
        primary={rebate.mayChange && !rebate.archived && edit}
      />
      <div className="flex flex-col gap-5">
        <RebatePage rebate={rebate} />
      </div>
    </>
  )
}
