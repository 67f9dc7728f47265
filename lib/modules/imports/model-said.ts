import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { messages, words } from './messages'
import { mostRows, type Reason } from './model'

type Word = keyof typeof messages.en

/** A reason as a sentence, with the column that it is about. */
export function sayReason({ code, column, params }: Reason, locale: Locale): string {
  if (!(code in messages.en)) return code
  const reason = translatorOf(messages, locale)(code as Word, params)
  return column === undefined ? reason : translatorOf(words, locale)('columnReason', { column, reason })
}

/** Why an upload was refused, from the code in an address: a sentence of ours, whatever somebody wrote there. */
export function sayRefusedUpload(code: string, locale: Locale): string {
  const own = code.replace(/^imports\./, '')
  if (own === 'invalid' || !(own in messages.en)) return translatorOf(words, locale)('uploadRefused')
  return translatorOf(messages, locale)(own as Word, { max: mostRows, row: 0, sheet: '' })
}
