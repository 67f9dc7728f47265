import { z } from 'zod'
import { day, flag, id, optionalId, optionalText, text } from '@/lib/kernel/input'
import { whole } from '@/lib/kernel/input-numbers'

export const signingSides = ['us', 'them'] as const
export const signingParts = ['approver', 'signer'] as const
export const signingMethods = ['electronic', 'seal', 'ink'] as const
export type SigningMethod = (typeof signingMethods)[number]

/** How a signature reached us: in the product, by signed link, or on paper, by LINE or by mail with its file. All rank equal. */
export const filedVias = ['scan', 'line', 'mail'] as const
export type SignedVia = 'product' | 'link' | (typeof filedVias)[number]

/** The edition of the sentence by which one consents to sign electronically; an older one is never said again. */
export const consentEdition = 1

/** At most so many people sign one version. */
export const mostSignatories = 20

/** What links of signing are about: to sign, and to read what everybody signed. */
export const linkKind = 'agreementSignatory'
export const copyKind = 'agreementCopy'

const versionRef = z.strictObject({ agreementVersionId: id })
export const signingRef = versionRef
export const signatoryRef = z.strictObject({ signatoryId: id })

const optionalMail = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim() || null : (value ?? null)),
  z.email().max(254).nullable(),
)

/** Who signs: a colleague, a person of the client, or somebody who is on no record and has a name alone. */
export const addSignatoryInput = versionRef.extend({
  side: z.enum(signingSides),
  part: z.enum(signingParts).default('signer'),
  order: z.preprocess((value) => (value === '' || value === undefined ? 1 : value), whole(1, 20)),
  method: z.enum(signingMethods).default('ink'),
  memberId: optionalId,
  personId: optionalId,
  name: optionalText(100),
  title: optionalText(100),
  mailTo: optionalMail,
})

/** Sends a version out; where somebody signs electronically, the other side was told so and could object. */
export const sendOutInput = versionRef.extend({ noticeGiven: flag })
export const recallInput = versionRef.extend({ reason: text(2000) })

/** A signature that came on paper, by LINE or by mail, with its file. */
export const recordSignedInput = signatoryRef.extend({
  via: z.enum(filedVias).default('scan'),
  signedOn: day,
  fileId: optionalId,
})
export const declineInput = signatoryRef.extend({ reason: text(2000) })

export const keepFrozenInput = versionRef.extend({
  /** The content that the paper shows. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  content: z.instanceof(Uint8Array),
})

/** The line of a drawn signature: moves and straight lines on a field of 600 by 200. */
const drawing = z
  .string()
  .max(40_000)
  .regex(/^(?:[ML]\d{1,3} \d{1,3})*$/)

/** How one signs: the name typed, or drawn, with the hash of the paper that stood before one. */
const signature = {
  shownHash: z.string().regex(/^[0-9a-f]{64}$/),
  agreed: flag,
  typedName: optionalText(100),
  drawnName: z.preprocess((value) => value || null, drawing.nullable()),
}
export const signOwnInput = signatoryRef.extend(signature)
/** Where the signature comes from is told by the door that it came through. */
const place = { network: z.string().max(60), device: z.string().max(60) }
export const signByLinkInput = z.strictObject({ ...signature, ...place })
export const signFormInput = z.strictObject({ linkId: id, ...signature })
export const declineByLinkInput = z.strictObject({ reason: text(2000) })
export const declineFormInput = declineByLinkInput.extend({ linkId: id })
export const signingLinkInput = signatoryRef.extend({
  mailTo: optionalMail,
  validDays: z.preprocess((value) => (value === '' || value === undefined ? 14 : value), whole(1, 90)),
})
/** What held until a late version was signed, and how that is known. */
export const recordProvisionalInput = versionRef.extend({
  provisionalTerms: optionalText(5000),
  provisionalNote: optionalText(2000),
  fileId: optionalId,
})
/** A paper to work with that was asked for; its files when they are made. */
export const askedPaperRef = z.strictObject({ agreementPaperId: id })
export const workingPaperRef = versionRef.extend({ which: z.enum(['draft', 'word']) })
export const keepPaperInput = askedPaperRef.extend({
  pdf: z.instanceof(Uint8Array).nullable(),
  word: z.instanceof(Uint8Array),
})
export const keepFinalInput = versionRef.extend({ content: z.instanceof(Uint8Array) })
