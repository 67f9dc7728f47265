import { defineManifest } from '@/lib/kernel/manifest'
import { grant } from '@/lib/kernel/permission'

export const may = grant('demo', {
  load: ['administrator'],
  remove: ['administrator'],
})

/** The demonstration: a workspace of its own, loaded when it is wanted and removed in one click. */
export const manifest = defineManifest({
  name: 'demo',
  needs: [],
  indicators: [],
  queues: ['workspace.demoWanted', 'demo.removalWanted'],
  may,
})
