import type { Translate } from '@/lib/kernel/translate'
import { Chip, type Tone } from '@/lib/ui/chip'
import type { IconName } from '@/lib/ui/icon'
import type { words } from '../messages-words'
import type { NegotiationState } from '../model-states'

const looks: Readonly<Record<NegotiationState, readonly [Tone, IconName]>> = {
  planning: ['plain', 'clipboard-list'],
  ready: ['brand', 'clipboard-check'],
  open: ['info', 'messages-square'],
  agreedInPrinciple: ['info', 'handshake'],
  approved: ['brand', 'badge-check'],
  documented: ['ok', 'file-text'],
  closed: ['ok', 'check'],
  suspended: ['warn', 'clock'],
  noDeal: ['plain', 'x'],
}

/** How far a negotiation has come, in a word. */
export function StateMark({ state, word }: { state: NegotiationState; word: Translate<typeof words> }) {
  const [tone, icon] = looks[state]
  return (
    <Chip tone={tone} icon={icon}>
      {word(`state_${state}`)}
    </Chip>
  )
}
