import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'

const no = refusals('approvals', messages)

/** Every step needs somebody who may take it. Refuses with the levels that have nobody. */
export function mustHaveApprovers(levels: readonly string[]): void {
  if (levels.length > 0) throw no('approverMissing', { levels: levels.join('、') })
}
