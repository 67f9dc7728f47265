import { refusals } from '@/lib/kernel/refusal'
import { lessonWords } from './messages-lessons'
import { type Technique, techniques } from './model-debriefs'
import type { NegotiationState } from './model-states'

const no = refusals('negotiations', lessonWords)

export const hasBegun = (state: NegotiationState) => state !== 'planning' && state !== 'ready'

/** One looks back on what took place; also on what ended without a deal, and after the closing. */
export function mustHaveBegun(state: NegotiationState): void {
  if (!hasBegun(state)) throw no('notBegunYet')
}

/** The techniques whose name holds this text in any language; from two characters on, also those whose explanation does. */
export function techniquesNamed(text: string): Technique[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  const says = (words: string) => words.toLowerCase().includes(wanted)
  return techniques.filter((each) =>
    Object.values(lessonWords).some(
      (said) => says(said[`technique_${each}`]) || (wanted.length > 1 && says(said[`help_${each}`])),
    ),
  )
}
