import type { Translate } from '@/lib/kernel/translate'
import { Chip, type Tone } from '@/lib/ui/chip'
import type { IconName } from '@/lib/ui/icon'
import type { words } from '../messages-words'
import type { AgreementState } from '../model-states'

const looks: Readonly<Record<AgreementState, readonly [Tone, IconName]>> = {
  draft: ['plain', 'pencil'],
  internalReview: ['info', 'clipboard-check'],
  approved: ['brand', 'badge-check'],
  outForSignature: ['info', 'mail'],
  executed: ['brand', 'file-text'],
  active: ['ok', 'handshake'],
  suspended: ['warn', 'clock'],
  expired: ['plain', 'calendar-clock'],
  superseded: ['plain', 'history'],
  terminated: ['plain', 'x'],
  cancelled: ['plain', 'x'],
}

/** How far an agreement has come, in a word. */
export function StateMark({ state, word }: { state: AgreementState; word: Translate<typeof words> }) {
  const [tone, icon] = looks[state]
  return (
    <Chip tone={tone} icon={icon}>
      {word(`state_${state}`)}
    </Chip>
  )
}
