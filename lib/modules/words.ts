import type { Messages } from '@/lib/kernel/messages'
import { messages as confirmations } from './confirmations/messages'
import { messages as contacts } from './contacts/messages'
import { messages as demo } from './demo/messages'
import { messages as workspace } from './workspace/messages'

/** Each module's sentences by its name, for pages about modules themselves. Each says its own name and its permissions. */
export const words: Readonly<Record<string, Messages>> = { workspace, confirmations, contacts, demo }
