import { currentActor } from '@/lib/kernel/session'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { type Reader, readerFor } from '@/lib/ui/reader'
import { obligationMessages } from '../messages-obligations'

/** With what the pages of obligations are said. */
export type ObligationSaid = Reader & { o: Translate<typeof obligationMessages> }

export async function obligationSaid(): Promise<ObligationSaid> {
  const reader = await readerFor(currentActor())
  return { o: translatorOf(obligationMessages, reader.locale), ...reader }
}
