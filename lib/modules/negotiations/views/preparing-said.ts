import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { pages as accountPages } from '@/lib/modules/accounts/messages'
import { messages as contactWords } from '@/lib/modules/contacts/messages'
import { messages as needWords } from '@/lib/modules/needs/messages'
import { preparingPages } from '../messages-preparing'
import { type Said, saidFor } from './said'

/** With what the pages of a preparation are said: their own words, and those of people, needs and customs. */
export type PreparingSaid = Said & {
  p: Translate<typeof preparingPages>
  person: Translate<typeof contactWords>
  custom: Translate<typeof accountPages>
  need: Translate<typeof needWords>
}

export async function preparingSaid(): Promise<PreparingSaid> {
  const said = await saidFor()
  return {
    ...said,
    p: translatorOf(preparingPages, said.locale),
    person: translatorOf(contactWords, said.locale),
    custom: translatorOf(accountPages, said.locale),
    need: translatorOf(needWords, said.locale),
  }
}
