import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

/** Costs ask for more than the permission: `seesMargin` decides who may know them at all. */
export const may = grant('products', {
  see: everyone,
  edit: ['salesLead', 'manager', 'administrator'],
  price: ['salesLead', 'manager', 'administrator'],
  cost: ['salesLead', 'manager', 'specialist'],
})

/** The catalogue: what we sell, in which units, at which list prices, and what it costs us. */
export const manifest = defineManifest({
  name: 'products',
  needs: ['workspace', 'accounts'],
  indicators: [],
  record: 'productId',
  may,
})
