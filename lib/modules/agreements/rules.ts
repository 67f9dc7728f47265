import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'

export const no = refusals('agreements', messages)
