import { currentActor } from '@/lib/kernel/session'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { type Reader, readerFor } from '@/lib/ui/reader'
import { lifecycleMessages } from '../messages-lifecycle'

/** With what the page of an agreement's term is said. */
export type TermSaid = Reader & { l: Translate<typeof lifecycleMessages> }

export async function termSaid(): Promise<TermSaid> {
  const reader = await readerFor(currentActor())
  return { l: translatorOf(lifecycleMessages, reader.locale), ...reader }
}
