import { defineManifest } from '@/lib/kernel/manifest'
import { everyone, grant } from '@/lib/kernel/permission'

export const may = grant('confirmations', {
  see: everyone,
  confirm: ['accountManager', 'salesLead', 'manager', 'administrator'],
  lengthen: ['salesLead', 'manager', 'administrator'],
})

/** Which facts are known to be so: who confirmed them, with whom, how, on what evidence, until when. */
export const manifest = defineManifest({
  name: 'confirmations',
  needs: ['workspace'],
  indicators: [],
  may,
})
