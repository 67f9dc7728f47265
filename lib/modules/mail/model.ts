import { z } from 'zod'
import { locales } from '@/lib/kernel/messages'

/** Letters that carry a client's link: a paper to confirm, one to sign, and the one that everybody signed. */
export const clientLetters = ['clientLink', 'signing', 'signedCopy'] as const

export const mailKinds = ['invitation', 'reset', ...clientLetters, 'notice', 'digest'] as const
export type MailKind = (typeof mailKinds)[number]

export const mailStatuses = ['waiting', 'sent', 'failed', 'notConfigured'] as const
export type MailStatus = (typeof mailStatuses)[number]

/** What the event `mail.requested` carries. `link` is sealed: it is opened only while the letter is written. */
export const mailRequest = z.strictObject({
  kind: z.enum(['invitation', 'reset', ...clientLetters]),
  /** Null for people who are no members: a client. */
  memberId: z.uuid().nullable(),
  /** One plain address. Lists, comments and line breaks are no address here. */
  recipient: z.email().max(254),
  name: z.string().max(200),
  locale: z.enum(locales),
  by: z.string().max(200),
  link: z.string(),
  /** The client's link that it carries, by which its delivery is known. */
  linkId: z.uuid().nullable().default(null),
  until: z.iso.datetime(),
})
export type MailRequest = z.input<typeof mailRequest>

/** What the event `mail.noticed` carries: things to know, each with the page where something can be done about it. */
export const noticeRequest = z.strictObject({
  kind: z.enum(['notice', 'digest']),
  memberId: z.uuid(),
  recipient: z.email().max(254),
  name: z.string().max(200),
  locale: z.enum(locales),
  items: z
    .array(z.strictObject({ text: z.string().max(2000), path: z.string().regex(/^\/(?!\/)/) }))
    .min(1)
    .max(100),
})
export type NoticeRequest = z.output<typeof noticeRequest>

/** What a letter says: everything of the request, the company, and the link itself. */
export type Letter = Pick<MailRequest, 'kind' | 'name' | 'locale' | 'by' | 'until'> & { company: string; link: string }

export const keptMail = z.strictObject({
  mailId: z.uuid(),
  recipient: z.email().max(254),
  memberId: z.uuid().nullable(),
  linkId: z.uuid().nullable().default(null),
  kind: z.enum(mailKinds),
  subject: z.string(),
  maskedBody: z.string(),
})

export const settledMail = z.strictObject({
  mailId: z.uuid(),
  status: z.enum(mailStatuses),
  failure: z.string().max(300).nullable(),
})

/** How far the letter with a client's link has come. */
export type Delivery = { linkId: string; recipient: string; status: MailStatus; at: string }

/** One line of the administrators' page. */
export type MailRow = {
  id: string
  recipient: string
  kind: MailKind
  subject: string
  body: string
  status: MailStatus
  failure: string | null
  createdAt: string
  sentAt: string | null
}
