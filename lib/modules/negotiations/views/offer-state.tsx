import type { Translate } from '@/lib/kernel/translate'
import { Chip, type Tone } from '@/lib/ui/chip'
import type { offerMessages } from '../messages-offers'
import type { OfferState as State } from '../model-states'

const tones: Readonly<Record<State, Tone>> = {
  draft: 'bordered',
  internalCheck: 'info',
  sent: 'brand',
  received: 'brand',
  accepted: 'ok',
  countered: 'plain',
  declined: 'plain',
  withdrawn: 'plain',
  lapsed: 'warn',
}

/** How an offer stands, as a word. */
export const OfferState = ({ state, word }: { state: State; word: Translate<typeof offerMessages> }) => (
  <Chip tone={tones[state]}>{word(`state_${state}`)}</Chip>
)
