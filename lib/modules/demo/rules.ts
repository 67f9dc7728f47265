import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'

const no = refusals('demo', messages)

/** Only the demonstration can ever be removed. */
export function mustBeDemo(workspace: { kind: string } | undefined): void {
  if (workspace?.kind !== 'demo') throw no('notDemo')
}
