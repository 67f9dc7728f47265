import type { Metadata } from 'next'
import { ContactPageView } from '@/lib/modules/interactions/views/contact-page'
import { saidFor } from '@/lib/modules/interactions/views/said'
import { readContact } from './read-contact'

type Props = PageProps<'/interactions/[interactionId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [contact, said] = [await readContact((await params).interactionId), await saidFor()]
  return { title: `${said.word(contact.channel)} · ${contact.account}` }
}

export default async function ContactPage({ params }: Props) {
  return <ContactPageView contact={await readContact((await params).interactionId)} said={await saidFor()} />
}
