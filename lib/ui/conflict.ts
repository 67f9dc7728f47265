import { kernelMessages } from '@/lib/kernel/kernel-messages'
import type { Locale } from '@/lib/kernel/messages'

/**
 * The other person's value, read from the kernel's sentence "meanwhile changed to …", or null when the sentence says
 * something else. A dash stands for an emptied field.
 */
export function theirsIn(sentence: string, locale: Locale): string | null {
  const [head = '', tail = ''] = kernelMessages[locale].changedTo.split('{theirs}')
  if (!sentence.startsWith(head) || !sentence.endsWith(tail)) return null
  const theirs = sentence.slice(head.length, sentence.length - tail.length)
  return theirs === '—' ? '' : theirs
}

/** The other person's values after a conflict, by field. */
export function theirsOf(fields: Readonly<Record<string, string>>, locale: Locale): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([path, sentence]) => {
      const theirs = theirsIn(sentence, locale)
      return theirs === null ? [] : [[path, theirs]]
    }),
  )
}
