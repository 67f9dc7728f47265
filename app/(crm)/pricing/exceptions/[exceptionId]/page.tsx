import type { Metadata } from 'next'
import { ApprovalPanel } from '@/app/(crm)/review/approval-panel'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { exceptionById } from '@/lib/modules/pricing/queries-exceptions'
import { ExceptionFacts } from '@/lib/modules/pricing/views/exception-views'
import { PageHeader } from '@/lib/ui/page-header'

type Props = PageProps<'/pricing/exceptions/[exceptionId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read(exceptionById, { exceptionId: (await params).exceptionId })).product }
}

export default async function ExceptionPage({ params }: Props) {
  const [t, view] = [await translator(pages), await read(exceptionById, { exceptionId: (await params).exceptionId })]
  return (
    <>
      <PageHeader
        title={`${view.account} · ${view.product}`}
        crumbs={[{ label: t('exceptions'), href: '/pricing/exceptions' }]}
      />
      <div className="flex flex-col gap-5">
        <ExceptionFacts view={view} />
        <ApprovalPanel subjectKind="priceException" subjectId={view.id} />
      </div>
    </>
  )
}
