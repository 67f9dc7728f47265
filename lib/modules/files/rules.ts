import type { Actor } from '@/lib/kernel/actor'
import { Refusal, refusals } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import { messages } from './messages'
import { megabyte, mostBytes, mostUnpacked, type Purpose } from './model'
import type { MediaRefusal } from './rules-media'

export const no = refusals('files', messages)

const beside = (code: Parameters<typeof no>[0], params = {}) => no(code, params, { content: { code, params } })

/** A file has content, and not too much of it. */
export function mustFit(bytes: number, purpose: Purpose): void {
  if (bytes === 0) throw beside('fileEmpty')
  if (bytes > mostBytes[purpose]) throw beside('fileTooLarge', { max: mostBytes[purpose] / megabyte })
}

export const refusedType = (why: MediaRefusal) => beside(why, { max: mostUnpacked / megabyte })

/** Files of an account are added and removed by those who may edit it, while it is not archived. */
export function mustMayAttach(actor: Actor, account: (AccountHold & { archivedAt: Date | null }) | null): void {
  if (!account || account.archivedAt) throw no('accountUnknown', {}, { accountId: { code: 'accountUnknown' } })
  if (!mayEditAccount(actor, account)) throw new Refusal('notAllowed')
}

/** Signs that turn the reading direction, have no shape, or control a terminal: a name may not lie with them. */
const deceiving = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
const mostName = 180

/**
 * The name under which a file is shown and saved: the last part of a path, without deceiving signs, at most 180
 * characters, ending in an extension that fits what the file really is.
 */
export function fileNameOf(typed: string, extensions: readonly string[]): string {
  const last = typed.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(deceiving, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const [usual = 'bin'] = extensions
  const at = plain.lastIndexOf('.')
  const given = at > 0 ? plain.slice(at + 1).toLowerCase() : ''
  const fits = extensions.includes(given)
  const stem = [...(fits ? plain.slice(0, at) : plain)].slice(0, mostName).join('') || 'file'
  return `${stem}.${fits ? given : usual}`
}
