import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

export const may = grant('kpis', {
  /** Which KPIs one may read follows their agreement. */
  see: everyone,
  /** Agreeing on KPIs, in agreements that one may draft. */
  agree: ['accountManager', 'salesLead', 'manager', 'administrator'],
  /** Entering values: for accounts that one edits, and for KPIs that one owns. */
  measure: ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'specialist', 'administrator'],
  /** Restating what is closed. */
  restate: ['manager', 'administrator'],
  /** Sharing values with the client, and filing what they answered, for accounts that one edits. */
  share: ['accountManager', 'salesLead', 'manager', 'administrator'],
  /** Defining KPIs of the company's own. */
  configure: ['salesLead', 'manager', 'administrator'],
  keep: ['administrator'],
  /** Dealing with breaches: those who serve the account, lead the agreement, or own the KPI. */
  handle: ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'specialist', 'administrator'],
  keepTime: ['administrator'],
})

/** Key performance indicators of agreements: what each one means, what is promised, what was measured, how it stands. */
export const manifest = defineManifest({
  name: 'kpis',
  needs: ['accounts', 'agreements', 'files', 'interactions', 'links', 'notifications', 'workspace'],
  indicators: ['BGM-4.2', 'KRM-3.5'],
  record: 'kpiId',
  queues: [
    'agreements.executed',
    'agreements.recorded',
    'kpis.breached',
    'kpis.draftReports',
    'kpis.remind',
    'kpis.reopened',
    'links.answered',
  ],
  may,
})
