import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

export const may = grant('contacts', {
  see: everyone,
  edit: ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'administrator'],
  confirm: ['accountManager', 'salesLead', 'manager', 'administrator'],
})

/** The people of our accounts: where they work, what they decide, how to reach them, and who is known to fill which key role. */
export const manifest = defineManifest({
  name: 'contacts',
  needs: ['workspace', 'confirmations', 'accounts'],
  indicators: ['KRM-1.1', 'BGM-1.1', 'BGM-1.2'],
  record: 'personId',
  queues: ['accounts.renamed'],
  may,
})
