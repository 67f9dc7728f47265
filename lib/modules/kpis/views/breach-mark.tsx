import type { Translate } from '@/lib/kernel/translate'
import { Chip, type Tone } from '@/lib/ui/chip'
import type { IconName } from '@/lib/ui/icon'
import type { breachWords } from '../messages-breaches'
import type { BreachState } from '../model-states'

const looks: Readonly<Record<BreachState, readonly [Tone, IconName]>> = {
  open: ['risk', 'circle-alert'],
  acknowledged: ['warn', 'eye'],
  actionPlanned: ['info', 'list-checks'],
  inProgress: ['info', 'clock'],
  verified: ['brand', 'badge-check'],
  closed: ['ok', 'circle-check'],
  void: ['plain', 'ban'],
}

/** How far a breach has come, in a word. */
export function BreachMark({ state, word }: { state: BreachState; word: Translate<typeof breachWords> }) {
  const [tone, icon] = looks[state]
  return (
    <Chip tone={tone} icon={icon}>
      {word(`state_${state}`)}
    </Chip>
  )
}
