import { translatorOf } from '@/lib/kernel/translate'
import { catalogueWords, typeWord } from '@/lib/modules/terms/messages-catalogue'
import { termCodes } from '@/lib/modules/terms/model-catalogue'
import { type Word, words } from '../messages-words'
import { withVariables } from '../rules-values'
import type { Said } from './said'

const others: Readonly<Record<string, Word>> = { noticeDays: 'noticeCount', yearlyValueFormal: 'yearlyValue' }

/** A text for reading: what is not filled in yet stands in brackets, by the word for it. */
export const textSaid = (text: string, said: Pick<Said, 'locale' | 'word'>): string =>
  withVariables(text, (name) => said.word('openVariable', { name: variableSaid(name, said) }))

/** What a variable of a text stands for, in words; its own name where there is none. */
export function variableSaid(name: string, { locale, word }: Pick<Said, 'locale' | 'word'>): string {
  const code = name.startsWith('term.') ? name.slice('term.'.length) : null
  if (code !== null && termCodes.includes(code)) return translatorOf(catalogueWords, locale)(typeWord(code))
  const [, kpi, part] = /^kpi\.([^.]+)(?:\.(name|target|frequency))?$/.exec(name) ?? []
  if (kpi !== undefined) return word(part ? (`kpi_${part}` as Word) : 'kpi_whole', { code: kpi })
  const known = others[name] ?? name
  return known in words.en ? word(known as Word) : name
}
