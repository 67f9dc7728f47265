import type { Translate } from '@/lib/kernel/translate'
import { Chip, type Tone } from '@/lib/ui/chip'
import type { IconName } from '@/lib/ui/icon'
import type { boardWords } from '../messages-board'
import type { KpiStatus } from '../model-values'

const looks: Readonly<Record<KpiStatus, readonly [Tone, IconName]>> = {
  green: ['ok', 'circle-check'],
  amber: ['warn', 'triangle-alert'],
  red: ['risk', 'circle-x'],
  noData: ['bordered', 'circle-dashed'],
}

/** How a KPI stands: a mark and a word, never a colour alone. */
export function StatusMark({ status, word }: { status: KpiStatus; word: Translate<typeof boardWords> }) {
  const [tone, icon] = looks[status]
  return (
    <Chip tone={tone} icon={icon}>
      {word(`status_${status}`)}
    </Chip>
  )
}
