import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { timelineMessages } from '@/lib/modules/interactions/messages-timeline'
import { brief } from '@/lib/modules/interactions/queries-brief'
import { BriefBody } from '@/lib/modules/interactions/views/brief'
import { PrintButton } from '@/lib/modules/interactions/views/print-button'
import { todaySaid } from '@/lib/modules/interactions/views/today-said'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await translator(timelineMessages))('brief') })

export default async function BriefPage({ params }: PageProps<'/interactions/[interactionId]/brief'>) {
  const { interactionId } = await params
  const [prepared, said] = [await read(brief, { interactionId }), await todaySaid()]
  const { meeting } = prepared
  return (
    <>
      <PageHeader
        title={said.line('briefTitle', { account: meeting.account })}
        crumbs={[{ label: meeting.account, href: `/accounts/${meeting.accountId}/timeline` }]}
        meta={`${said.when(meeting)} · ${said.word(meeting.channel)} · ${meeting.summary}`}
        primary={<PrintButton />}
      />
      <Card>
        <BriefBody brief={prepared} said={said} />
      </Card>
    </>
  )
}
