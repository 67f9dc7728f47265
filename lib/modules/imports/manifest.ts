import { defineManifest } from '@/lib/kernel/manifest'
import { grant } from '@/lib/kernel/permission'

const whoServes = ['accountManager', 'salesLead', 'manager', 'administrator'] as const

export const may = grant('imports', {
  /** Their own; managers, administrators and auditors see everybody's. */
  see: [...whoServes, 'salesAssistant', 'auditor'],
  upload: [...whoServes, 'salesAssistant'],
  bringAccounts: whoServes,
  bringMembers: ['administrator'],
  bringInteractions: [...whoServes, 'salesAssistant'],
  bringProducts: ['salesLead', 'manager', 'administrator'],
  /** Orders, their lines, and open invoices. */
  bringSales: ['salesAssistant', 'salesLead', 'manager', 'administrator'],
  /** What was measured of the KPIs of agreements; whose, the KPIs say. */
  bringMeasurements: [...whoServes, 'salesAssistant'],
  /** Contacts that somebody else had: the author of the file stays the author. */
  bringForOthers: ['salesAssistant', 'salesLead', 'manager', 'administrator'],
})

/** Files brought in: read, mapped, tried, run, reported and taken back, with every row accounted for. */
export const manifest = defineManifest({
  name: 'imports',
  needs: [
    'workspace',
    'files',
    'confirmations',
    'accounts',
    'contacts',
    'interactions',
    'kpis',
    'needs',
    'products',
    'sales',
  ],
  indicators: [],
  record: 'batchId',
  queues: ['imports.started', 'imports.resume'],
  may,
})
