import { z } from 'zod'
import { day, id, listOf, optionalText, text } from '@/lib/kernel/input'
import { factors } from './model'
import { directions, termCodes } from './model-catalogue'

/** What was settled on one term elsewhere: a number, words, or yes and no; the rest of what a term says stays as it stands. */
export type Settled = { code: string; said: string | boolean }

const settled = z.strictObject({
  code: z.enum(termCodes as [string, ...string[]]),
  said: z.union([z.boolean(), text(500)]),
  reason: optionalText(1000),
  condition: optionalText(1000),
})

/** What was settled, to be drafted as the next version of the sheet that holds for everything. */
export const draftAgreedInput = z.strictObject({
  accountId: id,
  direction: z.enum(directions),
  validFrom: day,
  note: optionalText(1000),
  factors: listOf(z.enum(factors), factors.length),
  needIds: listOf(id, 20),
  terms: z.array(settled).max(60),
})
