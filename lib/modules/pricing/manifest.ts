import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

const leads = ['salesLead', 'manager', 'administrator'] as const
const sellers = ['accountManager', ...leads] as const

/**
 * Floors ask for more than the permission: `seesMargin` decides who may know them at all. Prices of a client are known to
 * those who serve it and to those who see margins.
 */
export const may = grant('pricing', {
  see: everyone,
  acknowledge: everyone,
  setPolicy: leads,
  setRules: leads,
  setFloors: ['salesLead', 'manager', 'specialist'],
  ask: sellers,
  setRebates: sellers,
  tell: ['administrator'],
})

/** Which price holds for whom and why: the policy in force, rules, floors, exceptions, checked deals and rebates. */
export const manifest = defineManifest({
  name: 'pricing',
  needs: ['workspace', 'notifications', 'accounts', 'products', 'sales', 'approvals'],
  indicators: ['KRM-2.5'],
  queues: ['approvals.finished'],
  may,
})
