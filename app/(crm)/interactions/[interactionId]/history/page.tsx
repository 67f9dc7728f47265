import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { timelineMessages } from '@/lib/modules/interactions/messages-timeline'
import { history } from '@/lib/modules/interactions/queries-history'
import { ContactHistory } from '@/lib/modules/interactions/views/contact-history'
import { saidFor } from '@/lib/modules/interactions/views/said'
import { PageHeader } from '@/lib/ui/page-header'
import { readContact } from '../read-contact'

const title = async () => (await translator(timelineMessages))('history')
export const generateMetadata = async () => ({ title: await title() })

export default async function ContactHistoryPage({ params }: PageProps<'/interactions/[interactionId]/history'>) {
  const { interactionId } = await params
  const [contact, said] = [await readContact(interactionId), await saidFor()]
  const crumbs = [
    { label: contact.account, href: `/accounts/${contact.accountId}/timeline` },
    { label: said.word(contact.channel), href: `/interactions/${contact.id}` },
  ]
  return (
    <>
      <PageHeader title={await title()} crumbs={crumbs} />
      <ContactHistory changes={await read(history, { interactionId })} said={said} />
    </>
  )
}
