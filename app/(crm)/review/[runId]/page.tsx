import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { deskMessages } from '@/lib/modules/approvals/messages-desk'
import { run } from '@/lib/modules/approvals/queries-desk'
import { RunDetail } from '@/lib/modules/approvals/views/run-detail'
import { deskSaid } from '@/lib/modules/approvals/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await translator(deskMessages))('reviewDesk') })

export default async function RunPage({ params }: PageProps<'/review/[runId]'>) {
  const { runId } = await params
  const [said, view] = await Promise.all([deskSaid(), read(run, { runId })])
  const { t } = said
  return (
    <>
      <PageHeader
        title={t('approval')}
        crumbs={[{ label: t('reviewDesk'), href: '/review' }]}
        crumbsLabel={t('reviewDesk')}
      />
      <RunDetail view={view} said={said} after={`/review/${runId}`} />
    </>
  )
}
