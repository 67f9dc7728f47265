import type { Translate } from '@/lib/kernel/translate'
import { Chip, type Tone } from '@/lib/ui/chip'
import type { lifecycleMessages } from '../messages-lifecycle'
import type { TermMark } from '../rules-term'

const tones: Readonly<Record<TermMark, Tone>> = {
  notStarted: 'info',
  expiringSoon: 'warn',
  noticeClosing: 'warn',
  noticeMissed: 'risk',
  inHoldover: 'risk',
}

/** What is derived of the days of an agreement, in words. */
export function TermMarks({ marks, l }: { marks: readonly TermMark[]; l: Translate<typeof lifecycleMessages> }) {
  return marks.map((mark) => (
    <Chip key={mark} tone={tones[mark]}>
      {l(`mark_${mark}`)}
    </Chip>
  ))
}
