import 'server-only'
import type { Work } from '../command'
import type { Locale } from '../messages'
import { sealText } from './sealed-text'

export type MailRequest = {
  kind: 'invitation' | 'reset'
  memberId: string
  recipient: string
  name: string
  locale: Locale
  link: string
  until: Date
}

/**
 * Asks for a mail inside the command's transaction. The link travels encrypted: the queue keeps what it has done, and
 * whoever reads it there must not be able to use it.
 */
export const requestMail = (work: Work, { link, until, ...rest }: MailRequest) =>
  work.emit('mail.requested', {
    ...rest,
    by: work.actor.name,
    link: sealText(link),
    until: until.toISOString(),
  })
