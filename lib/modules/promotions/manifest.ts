import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

/** Besides the permission, planning asks for the right to change every account of the promotion. */
export const may = grant('promotions', {
  see: everyone,
  plan: ['accountManager', 'salesLead', 'manager', 'administrator'],
  settle: ['accountManager', 'salesLead', 'manager', 'administrator', 'specialist'],
  fund: ['salesLead', 'manager', 'administrator'],
  remind: ['administrator'],
})

/** Promotions with clients: in which form, when, who pays what, what came of it, and where it goes from here. */
export const manifest = defineManifest({
  name: 'promotions',
  needs: ['workspace', 'files', 'notifications', 'accounts', 'approvals', 'products', 'sales'],
  indicators: ['KRM-2.3'],
  record: 'promotionId',
  queues: ['promotions.remindResults'],
  may,
})
