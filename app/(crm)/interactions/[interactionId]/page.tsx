import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { rawOf } from '@/lib/modules/imports/queries'
import { RawColumns } from '@/lib/modules/imports/views/raw-columns'
import { ContactPageView } from '@/lib/modules/interactions/views/contact-page'
import { saidFor } from '@/lib/modules/interactions/views/said'
import { readContact } from './read-contact'

type Props = PageProps<'/interactions/[interactionId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [contact, said] = [await readContact((await params).interactionId), await saidFor()]
  return { title: `${said.word(contact.channel)} · ${contact.account}` }
}

export default async function ContactPage({ params }: Props) {
  const { interactionId } = await params
  const [contact, said, imported] = await Promise.all([
    readContact(interactionId),
    saidFor(),
    read(rawOf, { subjectId: interactionId }),
  ])
  return (
    <>
      <ContactPageView contact={contact} said={said} />
      <div className="mt-5">
        <RawColumns parts={imported} />
      </div>
    </>
  )
}
