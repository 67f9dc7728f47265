import { defineManifest } from '@/lib/kernel/manifest'
import { grant } from '@/lib/kernel/permission'

export const may = grant('mail', {
  see: ['administrator', 'auditor'],
  deliver: ['administrator'],
})

/** Letters to members and clients: what was sent, to whom, and whether it left. */
export const manifest = defineManifest({
  name: 'mail',
  needs: [],
  indicators: [],
  queues: ['mail.requested', 'mail.noticed'],
  may,
})
