import { translator } from '@/lib/kernel/translator'
import { pageMessages } from '@/lib/modules/negotiations/messages-pages'
import { EditForm } from '@/lib/modules/negotiations/views/negotiation-forms'
import { EditTalkForm } from '@/lib/modules/negotiations/views/talk-forms'
import { readNegotiation } from '../read-negotiation'

export const generateMetadata = async () => ({ title: (await translator(pageMessages))('edit') })

export default async function EditNegotiationPage({ params }: PageProps<'/negotiations/[negotiationId]/edit'>) {
  const negotiation = await readNegotiation((await params).negotiationId)
  return negotiation.path === 'light' ? (
    <EditTalkForm negotiation={negotiation} />
  ) : (
    <EditForm negotiation={negotiation} />
  )
}
