import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

/** Who may at all; which accounts they may change is decided by `mayEditAccount`: their own, their team's, their reports'. */
export const may = grant('accounts', {
  see: everyone,
  open: ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'administrator'],
  edit: ['accountManager', 'salesLead', 'manager', 'administrator'],
})

/** Customers, suppliers and partners: who they are, who of us serves them, and how they like to be met. */
export const manifest = defineManifest({
  name: 'accounts',
  needs: ['workspace'],
  indicators: ['BGM-1.1', 'KRM-1.2'],
  record: 'accountId',
  may,
})
