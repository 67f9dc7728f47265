import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

const whoWorks = ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'specialist', 'administrator'] as const

export const may = grant('files', {
  /** Which files one may read follows the account that they belong to. */
  see: everyone,
  upload: whoWorks,
  change: whoWorks,
})

/** Files of any record: what they really are, whose they are, and which account decides who reads them. */
export const manifest = defineManifest({
  name: 'files',
  needs: ['workspace'],
  indicators: [],
  record: 'fileId',
  may,
})
