import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

const whoWorks = ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'specialist', 'administrator'] as const

export const may = grant('interactions', {
  see: everyone,
  /** On any account that they see. */
  log: whoWorks,
  /** 代登: the speaker is somebody else than who types. */
  enterForOthers: ['salesAssistant', 'salesLead', 'manager'],
  /** Their own entries, what they typed, and those of accounts they may edit. */
  change: whoWorks,
  promise: whoWorks,
  keepClocks: ['administrator'],
})

/** Every contact with an account, past or planned, the next steps that came of it, and when the next one is due. */
export const manifest = defineManifest({
  name: 'interactions',
  needs: ['workspace', 'files', 'accounts', 'contacts'],
  indicators: ['BGM-1.3', 'BGM-4.4', 'KRM-1.2'],
  record: 'interactionId',
  queues: ['interactions.turnClocks', 'workspace.tierChanged'],
  may,
})
