import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

export const may = grant('workspace', {
  see: everyone,
  seePermissions: ['administrator', 'auditor', 'manager'],
  manageMembers: ['administrator'],
  configure: ['administrator'],
})

/** The company itself: its members and their roles, the tiers it serves by, the days it works. */
export const manifest = defineManifest({
  name: 'workspace',
  needs: [],
  indicators: ['KRM-1.4'],
  record: 'memberId',
  queues: ['workspace.anchorHistory', 'workspace.sealHistory'],
  may,
})
