import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

export const may = grant('kpis', { see: everyone })

/** Key performance indicators of agreements: what each one means and how it is counted. */
export const manifest = defineManifest({
  name: 'kpis',
  needs: ['accounts', 'agreements', 'workspace'],
  indicators: [],
  record: 'kpiId',
  queues: [],
  may,
})
