import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'

const no = refusals('demo', messages)

/** Only the demonstration can ever be removed. */
export function mustBeDemo(kind: string | null): void {
  if (kind !== 'demo') throw no('notDemo')
}
