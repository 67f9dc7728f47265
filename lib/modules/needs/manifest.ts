import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

const whoWorks = ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'specialist', 'administrator'] as const

export const may = grant('needs', {
  see: everyone,
  /** On any account that they see; changing one is for its owner, its author and those who edit the account. */
  record: whoWorks,
  /** Anybody who did not write it. */
  verify: whoWorks,
  /** Plans, objectives and consultations are work on an account. */
  plan: ['accountManager', 'salesLead', 'manager', 'administrator'],
  /** Deciding on what is asked for a client: whoever is asked, and leads. */
  decide: whoWorks,
  writeProcedures: ['salesLead', 'manager', 'specialist', 'administrator'],
  configure: ['salesLead', 'manager', 'administrator'],
  /** How many of everybody's needs were answered in time. */
  seeAnswering: ['salesLead', 'manager', 'administrator', 'auditor'],
  remind: ['administrator'],
})

/** What clients and their end consumers need: how we know, how much, what rests on it, what we replied, what will come. */
export const manifest = defineManifest({
  name: 'needs',
  needs: ['workspace', 'notifications', 'accounts', 'links', 'approvals', 'contacts', 'interactions'],
  indicators: ['KRM-2.1', 'KRM-2.2', 'KRM-3.1', 'KRM-3.2', 'KRM-3.4'],
  record: 'needId',
  queues: ['needs.askWhatHappened'],
  may,
})
