import { z } from 'zod'
import { day, id, listOf, optionalDay, optionalId, optionalText, text } from '@/lib/kernel/input'
import { agreementRef } from './model'

/** So many days before its last day for notice an agreement is shown as one to decide about. */
export const noticeWindowDays = 90

export const renewalDecisions = ['renew', 'renegotiate', 'terminate', 'lapse'] as const
/** What is to happen when the term ends. */
export type RenewalDecision = (typeof renewalDecisions)[number]

/** What is settled, or does not apply, before an agreement is terminated. */
export const exitItems = ['moneySettled', 'stockSettled', 'originalsReturned', 'dataDeleted', 'accessClosed'] as const

/** Brought along into the talks about what comes after: `points` is what a clause gave and got, `results` everything else. */
export const decideInput = agreementRef.extend({
  decision: z.enum(renewalDecisions),
  reason: text(2000),
  results: optionalText(4000),
  points: z
    .array(z.strictObject({ clauseKey: text(100), result: optionalText(1000) }))
    .max(200)
    .default([]),
})

export const cancelInput = agreementRef.extend({ reason: text(2000) })
export const suspendInput = agreementRef.extend({ reason: text(2000), until: day })
export const giveNoticeInput = agreementRef.extend({
  reason: text(2000),
  lastDay: day,
  givenOn: optionalDay,
  fileId: optionalId,
})
export const terminateInput = agreementRef.extend({ exitItems: listOf(z.enum(exitItems), exitItems.length) })
export const supersedeInput = agreementRef.extend({ successorId: id })
export const holdInput = agreementRef.extend({ reason: text(2000) })
export const keepTermsInput = z.strictObject({ agreementIds: z.array(id).max(200) })
