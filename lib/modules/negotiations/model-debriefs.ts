import { z } from 'zod'
import { listOf, optionalChoice, optionalText, text, version } from '@/lib/kernel/input'
import { negotiationKinds, negotiationRef } from './model'
import { checkpoints } from './model-preparation'

/** The techniques of note 2 of BGM4R0450v2: what is prepared by them is looked back on by them. */
export const techniques = checkpoints
export type Technique = (typeof techniques)[number]

export const debriefInput = negotiationRef.extend({
  version: version.optional(),
  techniques: listOf(z.enum(techniques), techniques.length).pipe(
    z.array(z.enum(techniques)).min(1, { message: 'techniquesMissing' }),
  ),
  worked: optionalText(4000),
  failed: optionalText(4000),
  lesson: text(4000),
  reuse: optionalText(2000),
})

/** Lessons are shown up to so many. */
export const mostLessons = 100

/** What lessons are looked for by; what is not known is left out. */
export const lessonsInput = z.strictObject({
  q: optionalText(200).catch(null),
  kind: optionalChoice(negotiationKinds).catch(null),
  technique: optionalChoice(techniques).catch(null),
})
