import { z } from 'zod'
import { id, optionalText, text } from '@/lib/kernel/input'

/** The hash is that of the content that was seen: nothing else is put before the approvers. */
export const submitInput = z.strictObject({
  agreementVersionId: id,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  reason: optionalText(4000),
})

export const takeBackInput = z.strictObject({ agreementVersionId: id, reason: text(2000) })

/** What the approval engine says when a run came to an end, or waits again. */
export const settleInput = z.strictObject({ agreementVersionId: id })
