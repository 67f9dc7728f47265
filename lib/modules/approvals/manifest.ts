import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

export const may = grant('approvals', {
  see: everyone,
  submit: ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'specialist', 'administrator'],
  decide: ['accountManager', 'salesLead', 'manager', 'specialist', 'administrator'],
  delegate: ['accountManager', 'salesLead', 'manager', 'specialist', 'administrator'],
  setPolicies: ['manager', 'administrator'],
  keepTime: ['administrator'],
})

/** Consent to exactly this content: who must give it, who gave it, who stood in for whom, what a change voided. */
export const manifest = defineManifest({
  name: 'approvals',
  needs: ['workspace', 'files', 'notifications', 'accounts'],
  indicators: [],
  record: 'runId',
  queues: ['approvals.finished', 'approvals.remind', 'approvals.lapseWords', 'approvals.announce'],
  may,
})
