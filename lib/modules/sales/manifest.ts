import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

export const may = grant('sales', {
  see: everyone,
  book: ['salesAssistant', 'salesLead', 'manager', 'administrator'],
  keepMonths: ['administrator'],
})

/** What was sold to whom, when, at what price, and which invoices are still open: as other systems know it. */
export const manifest = defineManifest({
  name: 'sales',
  needs: ['workspace', 'accounts', 'products'],
  indicators: [],
  record: 'documentId',
  queues: ['sales.changed', 'sales.rebuildMonths', 'sales.sumMonths'],
  may,
})
