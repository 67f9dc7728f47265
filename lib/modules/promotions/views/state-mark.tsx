import type { Translate } from '@/lib/kernel/translate'
import { Chip, type Tone } from '@/lib/ui/chip'
import type { words } from '../messages'
import type { PromotionState } from '../model'

const tones: Readonly<Record<PromotionState, Tone>> = {
  planned: 'plain',
  agreed: 'info',
  running: 'brand',
  ended: 'warn',
  settled: 'info',
  evaluated: 'ok',
  cancelled: 'bordered',
}

/** Where a promotion stands. */
export const StateMark = ({ state, word }: { state: PromotionState; word: Translate<typeof words> }) => (
  <Chip tone={tones[state]}>{word(`state_${state}`)}</Chip>
)
