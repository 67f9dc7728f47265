import { defineManifest } from '@/lib/kernel/manifest'
import { clients, everyone, grant } from '@/lib/kernel/permission'

const whoWorks = ['accountManager', 'salesAssistant', 'salesLead', 'manager', 'specialist', 'administrator'] as const

export const may = grant('links', {
  see: everyone,
  issue: whoWorks,
  /** Answers that came by LINE, mail, scan, paper or word. */
  file: whoWorks,
  /** Reads and answers a paper by the signed link that one was given. */
  answer: clients,
})

/** Papers that clients read, confirm or object to: by a signed link without an account, or in another way that we file. */
export const manifest = defineManifest({
  name: 'links',
  needs: ['workspace', 'files', 'mail', 'notifications', 'accounts'],
  indicators: [],
  record: 'linkId',
  queues: ['links.answered'],
  may,
})
