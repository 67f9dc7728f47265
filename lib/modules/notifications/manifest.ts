import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

export const may = grant('notifications', {
  see: everyone,
  deliver: ['administrator'],
})

/** What members should know: in the product at once, by mail at once when urgent, otherwise in one digest a day. */
export const manifest = defineManifest({
  name: 'notifications',
  needs: ['workspace', 'mail'],
  indicators: [],
  queues: ['notifications.urgent', 'notifications.sendDigests'],
  may,
})
