import { notFound } from 'next/navigation'
import { dayOf, timeOf } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { timelineMessages } from '@/lib/modules/interactions/messages-timeline'
import { prefill } from '@/lib/modules/interactions/queries'
import { EditContactForm } from '@/lib/modules/interactions/views/contact-form'
import { PageHeader } from '@/lib/ui/page-header'
import { readContact } from '../read-contact'

const title = async () => (await translator(timelineMessages))('editTitle')
export const generateMetadata = async () => ({ title: await title() })

export default async function EditContactPage({ params }: PageProps<'/interactions/[interactionId]/edit'>) {
  const [contact, actor] = [await readContact((await params).interactionId), await currentActor()]
  if (!contact.mayChange || contact.withdrawn) notFound()
  const { people, members } = await read(prefill, { accountId: contact.accountId })
  const at = new Date(contact.happenedAt)
  return (
    <>
      <PageHeader
        title={await title()}
        crumbs={[{ label: contact.account, href: `/accounts/${contact.accountId}/timeline` }]}
      />
      <EditContactForm
        contact={contact}
        day={dayOf(at, actor.timeZone)}
        time={contact.timeKnown ? timeOf(at, actor.timeZone) : ''}
        people={people}
        members={members}
        draft={`interactions.edit.${actor.id}.${contact.id}`}
      />
    </>
  )
}
