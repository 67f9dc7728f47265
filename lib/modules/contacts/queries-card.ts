import type { Actor } from '@/lib/kernel/actor'
import { downloadResponse } from '@/lib/kernel/download'
import { ask } from '@/lib/kernel/perform'
import { Refusal } from '@/lib/kernel/refusal'
import { byId } from './queries'
import { cardOf } from './rules-card'

/** A person as a card to take along, for whoever may see them; anything else is refused alike. */
export async function downloadCard(actor: Actor, personId: string): Promise<Response> {
  const person = await ask(byId, actor, { personId }).catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal('notFound') : error
  })
  const card = new Blob([cardOf(person)])
  const name = `${person.displayName}.vcf`
  return downloadResponse({ name, mediaType: 'text/vcard; charset=utf-8', size: card.size, body: card.stream() })
}
