import { z } from 'zod'
import { day, id, optionalId, optionalText, text, version } from '@/lib/kernel/input'
import { issueRef, stances } from './model-table'

const about = {
  name: text(120),
  description: optionalText(2000),
  validFrom: day,
  validTo: day,
  ownerId: id,
}

export const focusRef = z.strictObject({ focusId: id })
export const addFocusInput = z.strictObject(about)
export const editFocusInput = focusRef.extend({ version: version.optional(), ...about })

/** Blank focus is none, and then the issue is neutral. */
export const setStanceInput = issueRef.extend({
  version: version.optional(),
  focusId: optionalId,
  stance: z.enum(stances),
  reason: optionalText(2000),
})
export const consentInput = issueRef.extend({ note: text(2000) })
