import type { Metadata } from 'next'
import { ApprovalPanel } from '@/app/(crm)/review/approval-panel'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { dealCheckById } from '@/lib/modules/pricing/queries-deals'
import { DealPage } from '@/lib/modules/pricing/views/deal-view'
import { PageHeader } from '@/lib/ui/page-header'

type Props = PageProps<'/pricing/deal-checks/[dealCheckId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read(dealCheckById, { dealCheckId: (await params).dealCheckId })).title }
}

export default async function DealCheckPage({ params }: Props) {
  const [t, deal] = [await translator(pages), await read(dealCheckById, { dealCheckId: (await params).dealCheckId })]
  return (
    <>
      <PageHeader title={deal.title} crumbs={[{ label: t('deals'), href: '/pricing/deal-checks' }]} />
      <div className="flex flex-col gap-5">
        <DealPage deal={deal} />
        <ApprovalPanel subjectKind="dealCheck" subjectId={deal.id} />
      </div>
    </>
  )
}
