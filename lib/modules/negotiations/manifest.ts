import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

const whoWorks = ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'specialist', 'administrator'] as const

/**
 * Who may at all. Which negotiations is decided by the account; limits, weights and alternatives are for the mandate group
 * alone, whatever a role may see elsewhere (`findGroup`).
 */
export const may = grant('negotiations', {
  see: everyone,
  /** Small talks, for accounts that they see. */
  talk: whoWorks,
  /** Opening and leading a formal one, for accounts that they edit. */
  negotiate: ['accountManager', 'salesLead', 'manager', 'administrator'],
  /** Answering what one is asked, acknowledging what one is told. */
  contribute: whoWorks,
  /** Consent to trade against the focus, and to be ready although an input is missing. */
  consent: ['salesLead', 'manager'],
  /** What a supervisor saw at the table. */
  observe: ['salesLead', 'manager'],
  configure: ['salesLead', 'manager', 'administrator'],
  keepTime: ['administrator'],
})

/** Negotiations with clients and suppliers, from the small talk to the annual terms: prepared, mandated, told, learnt from. */
export const manifest = defineManifest({
  name: 'negotiations',
  needs: [
    'workspace',
    'files',
    'notifications',
    'accounts',
    'approvals',
    'contacts',
    'interactions',
    'needs',
    'products',
    'sales',
    'pricing',
    'terms',
  ],
  indicators: ['BGM-2.1', 'BGM-2.2', 'BGM-2.3', 'BGM-2.4', 'BGM-2.5'],
  record: 'negotiationId',
  queues: [
    'approvals.finished',
    'negotiations.remindInputs',
    'negotiations.remindReaders',
    'negotiations.watchValidity',
  ],
  may,
})
