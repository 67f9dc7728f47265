import { z } from 'zod'
import type { Day } from '@/lib/kernel/day'
import { day, id, optionalId, optionalText, text } from '@/lib/kernel/input'
import { whole } from '@/lib/kernel/input-numbers'
import { locales } from '@/lib/kernel/messages'
import type { Paper } from '@/lib/kernel/paper'
import { clientLetters } from '@/lib/modules/mail/model'

/** What a client is asked beside the paper. The overall answer is always asked. */
export const question = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9-]{0,59}$/),
  /** What it is about and what is said of it, each as long as a record allows. */
  text: text(2400),
  choices: z
    .array(z.strictObject({ value: z.string().min(1).max(60), label: text(300) }))
    .min(2)
    .max(20)
    .nullable(),
  required: z.boolean(),
  freeText: z.boolean(),
  /** Whoever chooses `dispute` gives their number in this unit, and where it is from. */
  disputed: z.strictObject({ unit: z.string().max(30) }).optional(),
})
export type Question = z.output<typeof question>

export const outcomes = ['confirmed', 'objected'] as const
export type Outcome = (typeof outcomes)[number]

/** A link of this purpose is signed on its own page, not answered on the page of papers. */
export const signaturePurpose = 'signature'

/** How an answer came to us, when it was not by link. All rank equal. */
export const methods = ['line', 'mail', 'scan', 'paper', 'meeting'] as const
export type Method = (typeof methods)[number]
export type Via = Method | 'link'

/** A link works for this many days unless it is said otherwise, and never longer than the most. */
export const usualDays = 14
export const mostDays = 90

const party = { company: text(300), person: z.string().max(300).nullable() }
const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: text(500) }),
  z.strictObject({ kind: z.literal('text'), text: text(20_000) }),
  z.strictObject({
    kind: z.literal('facts'),
    rows: z
      .array(z.tuple([z.string().max(500), z.string().max(5000)]).readonly())
      .max(200)
      .readonly(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    head: z.array(z.string().max(300)).min(1).max(12).readonly(),
    rows: z
      .array(z.array(z.string().max(5000)).max(12).readonly())
      .max(2000)
      .readonly(),
    numeric: z.array(z.number().int()).readonly().optional(),
    note: z.string().max(5000).optional(),
  }),
])

const paperInput = z.strictObject({
  language: z.enum(locales),
  title: text(300),
  reference: z.string().max(100).nullable(),
  on: day,
  from: z.strictObject(party),
  to: z.strictObject({ ...party, salutation: z.string().max(300).nullable() }),
  blocks: z.array(block).max(500).readonly(),
  closing: z.string().max(5000).nullable(),
})

const subject = { subjectKind: text(60), subjectId: id }
/** What quotes something restricted is read only by those who serve the account. */
const restricted = z.boolean().default(false)

/** What a member chooses when issuing a link: the fields of `LinkPanel`'s form, for commands of other modules. */
export const issuing = {
  personId: optionalId,
  /** Where the link is mailed to; blank when it is handed over in another way. */
  mailTo: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim() || null : (value ?? null)),
    z.email().max(254).nullable(),
  ),
  validDays: z.preprocess(
    (value) => (value === '' || value === undefined || value === null ? usualDays : value),
    whole(1, mostDays),
  ),
}

export const issueInput = z.strictObject({
  purpose: text(60),
  ...subject,
  accountId: id,
  restricted,
  ...issuing,
  paper: paperInput,
  questions: z.array(question).max(50).default([]),
  /** The record's own page, for whoever is told of the answer. */
  href: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])/)
    .optional(),
  /** Which letter carries it. */
  letter: z.enum(clientLetters).default('clientLink'),
  /** For whom the product itself makes it; nobody else can say so. */
  issuedFor: id.nullable().default(null),
})

export const subjectRef = z.strictObject(subject)
export const restrictInput = z.strictObject({
  subjectKind: subject.subjectKind,
  subjectIds: z.array(id).max(500),
  restricted: z.boolean(),
})
export const linkRef = z.strictObject({ linkId: id })

const answers = z
  .record(z.string().max(60), z.string().max(5000))
  .default({})
  .transform((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== '')))

/** What a client says. `contentHash` is that of the paper they had before them. */
export const answerInput = z.strictObject({
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  outcome: z.enum(outcomes),
  answers,
  comment: optionalText(5000),
})

/** What a member says of an answer that came in another way: shared by forms of other modules. */
export const filing = {
  method: z.enum(methods),
  answeredOn: day,
  fileId: optionalId,
  outcome: z.enum(outcomes).default('confirmed'),
  answers,
  comment: optionalText(5000),
  note: optionalText(2000),
}

export const fileInput = z.strictObject({
  ...subject,
  /** What was asked; the subject's kind without it. */
  purpose: text(60).optional(),
  accountId: id,
  restricted,
  personId: optionalId,
  /** What the answering person is called. */
  person: optionalText(300),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  ...filing,
})

export const readInput = z.strictObject({ network: z.string().max(60), device: z.string().max(60) })

const linkStates = ['open', 'answered', 'revoked', 'expired'] as const
export type LinkState = (typeof linkStates)[number]

/** A link as members see it; its token is known to nobody any more. */
export type LinkView = {
  id: string
  subjectId: string
  purpose: string
  title: string
  personId: string | null
  recipient: string | null
  mailTo: string | null
  language: string
  contentHash: string
  issuedBy: string
  issuedAt: string
  validUntil: string
  state: LinkState
  reads: { at: string; network: string; device: string }[]
}

/** An answer as members see it. */
export type AnswerView = {
  id: string
  subjectId: string
  linkId: string | null
  contentHash: string
  outcome: Outcome
  answers: Readonly<Record<string, string>>
  comment: string | null
  via: Via
  answeredOn: Day
  answeredAt: string
  personId: string | null
  person: string | null
  fileId: string | null
  note: string | null
  recordedBy: string | null
}

/** What is told once, when a link is issued. */
export type IssuedLink = { linkId: string; token: string; address: string }

/** What the client's page shows. */
export type ClientView = {
  purpose: string
  paper: Paper
  questions: Question[]
  contentHash: string
  validUntil: string
  /** How to reach whoever issued it, for questions. */
  contact: { company: string; name: string }
  answer: { outcome: Outcome; person: string | null; at: string; comment: string | null } | null
}
