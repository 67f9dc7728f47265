import type { Translate } from '@/lib/kernel/translate'
import { Chip, type Tone } from '@/lib/ui/chip'
import type { IconName } from '@/lib/ui/icon'
import type { messages } from '../messages'
import type { NeedState } from '../model'

const looks: Readonly<Record<NeedState, readonly [Tone, IconName]>> = {
  heard: ['plain', 'messages-square'],
  described: ['info', 'file-text'],
  quantified: ['info', 'scale'],
  verified: ['brand', 'badge-check'],
  answered: ['ok', 'check'],
  met: ['ok', 'check'],
  dropped: ['plain', 'x'],
}

type Words = { word: Translate<typeof messages> }

/** How far a need has come, in a word. */
export function StateMark({ state, word }: Words & { state: NeedState }) {
  const [tone, icon] = looks[state]
  return (
    <Chip tone={tone} icon={icon}>
      {word(`state_${state}`)}
    </Chip>
  )
}

/** The need rests on one source. */
export const SingleSourceMark = ({ word }: Words) => (
  <Chip tone="warn" icon="triangle-alert">
    {word('singleSource')}
  </Chip>
)
