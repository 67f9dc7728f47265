import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

/** Who may at all. Which agreements is decided by the account; what is confidential is for those who serve it. */
export const may = grant('agreements', {
  see: everyone,
  /** Drafting, for accounts that they edit. */
  draft: ['accountManager', 'salesLead', 'manager', 'administrator'],
  configure: ['salesLead', 'manager', 'administrator'],
  keepTime: ['administrator'],
})

/** Formal agreements with clients and suppliers: drafted, consented to, signed, kept, changed and ended. */
export const manifest = defineManifest({
  name: 'agreements',
  needs: ['workspace', 'accounts', 'terms', 'negotiations'],
  indicators: [],
  record: 'agreementId',
  queues: ['agreements.turnVersions'],
  may,
})
