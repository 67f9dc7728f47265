import { defineManifest } from '@/lib/kernel/manifest'
import { grant } from '@/lib/kernel/permission'

export const may = grant('history', {
  see: ['administrator', 'auditor', 'manager'],
})

/** Everything that was ever done in the workspace, by whom, when, to which record. */
export const manifest = defineManifest({
  name: 'history',
  needs: [
    'agreements',
    'kpis',
    'workspace',
    'files',
    'confirmations',
    'accounts',
    'links',
    'contacts',
    'interactions',
    'needs',
    'products',
    'terms',
    'negotiations',
    'promotions',
    'pricing',
  ],
  indicators: [],
  may,
})
