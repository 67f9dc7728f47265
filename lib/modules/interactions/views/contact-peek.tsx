import { PeekPanel } from '@/lib/ui/peek-panel'
import type { ContactView } from '../model-views'
import { ContactBody, Speaker } from './contact-item'
import { type Said, whenSaid } from './said'

/** One contact beside the log. */
export function ContactPeek({ contact, said }: { contact: ContactView; said: Said }) {
  return (
    <PeekPanel title={`${said.word(contact.channel)} · ${contact.account}`} href={`/interactions/${contact.id}`}>
      <p className="text-muted">
        {whenSaid(contact, said)} · <Speaker contact={contact} said={said} />
      </p>
      <ContactBody contact={contact} said={said} />
    </PeekPanel>
  )
}
