import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

/** Who may at all; whose terms they may draft is decided by `mayEditAccount`, what others agreed by `seesMargin`. */
export const may = grant('terms', {
  see: everyone,
  draft: ['accountManager', 'salesLead', 'manager', 'administrator'],
  setStandards: ['salesLead', 'manager', 'administrator'],
  compare: ['salesLead', 'manager', 'auditor', 'specialist'],
  deduct: ['accountManager', 'salesLead', 'manager', 'specialist', 'administrator'],
  record: ['administrator'],
})

/** The trade terms of each client against the standard: what departs, why, what it costs, since when it holds. */
export const manifest = defineManifest({
  name: 'terms',
  needs: ['workspace', 'files', 'notifications', 'accounts', 'approvals', 'links', 'needs', 'sales', 'promotions'],
  indicators: ['KRM-2.4'],
  record: 'versionId',
  queues: ['links.answered', 'approvals.finished'],
  may,
})
