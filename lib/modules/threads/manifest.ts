import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

/** Who may at all. Each station is shown to whoever may read its record. */
export const may = grant('threads', { see: everyone })

/** The thread of a term: from the issue at the table to the clause, what is owed for it, what came of it, and the next talks. */
export const manifest = defineManifest({
  name: 'threads',
  needs: ['accounts', 'agreements', 'kpis', 'negotiations', 'terms'],
  indicators: [],
  may,
})
