import { z } from 'zod'
import { day, id, listOf, optionalChoice, optionalText, text } from '@/lib/kernel/input'
import { factors } from '@/lib/modules/terms/model'
import { negotiationRef } from './model'

export const versionRef = z.strictObject({ versionId: id })
export const reopenInput = negotiationRef.extend({ reason: text(1000) })
export const submitPackageInput = negotiationRef.extend({ reason: optionalText(1000) })

/** What becomes of an agreed point that no term can hold. */
export const destinies = ['clause', 'dropped'] as const
/** Kept instead of a reason where the point will stand in the agreement as a clause. */
export const becomesClause = 'clause'

/** What was said to become of an agreed point; null is a term, once the talks are documented, or nothing yet. */
export const becomesOf = ({ droppedBecause }: { droppedBecause: string | null }): (typeof destinies)[number] | null =>
  droppedBecause === null ? null : droppedBecause === becomesClause ? 'clause' : 'dropped'

export const dropPointInput = z.strictObject({ issueId: id, because: text(500) })
export const documentInput = negotiationRef.extend({
  validFrom: day,
  factors: listOf(z.enum(factors), factors.length),
  points: z
    .array(z.strictObject({ issueId: id, becomes: optionalChoice(destinies), because: optionalText(500) }))
    .max(60)
    .default([]),
})
export type Destined = z.output<typeof documentInput>['points'][number]

/** An issue on which both agreed, as it is told: `said` is the value itself, `words` how people read it. */
export type AgreedPoint = {
  issueId: string
  key: string
  name: string
  termCode: string | null
  said: string | boolean
  words: { en: string; 'zh-TW': string }
  /** What they gave for it, or we, by what was paired. */
  condition: { en: string; 'zh-TW': string } | null
  droppedBecause: string | null
}
