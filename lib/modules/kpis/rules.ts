import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages-refusals'

export const no = refusals('kpis', messages)
