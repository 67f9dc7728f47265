import type { Manifest } from '@/lib/kernel/manifest'
import { manifest as accounts } from './accounts/manifest'
import { manifest as agreements } from './agreements/manifest'
import { manifest as approvals } from './approvals/manifest'
import { manifest as confirmations } from './confirmations/manifest'
import { manifest as contacts } from './contacts/manifest'
import { manifest as demo } from './demo/manifest'
import { manifest as files } from './files/manifest'
import { manifest as history } from './history/manifest'
import { manifest as imports } from './imports/manifest'
import { manifest as interactions } from './interactions/manifest'
import { manifest as kpis } from './kpis/manifest'
import { manifest as links } from './links/manifest'
import { manifest as mail } from './mail/manifest'
import { manifest as needs } from './needs/manifest'
import { manifest as negotiations } from './negotiations/manifest'
import { manifest as notifications } from './notifications/manifest'
import { manifest as pricing } from './pricing/manifest'
import { manifest as products } from './products/manifest'
import { manifest as promotions } from './promotions/manifest'
import { manifest as sales } from './sales/manifest'
import { manifest as terms } from './terms/manifest'
import { manifest as threads } from './threads/manifest'
import { manifest as workspace } from './workspace/manifest'

/** The product's parts, in their order. */
export const modules: readonly Manifest[] = [
  workspace,
  files,
  mail,
  notifications,
  confirmations,
  accounts,
  approvals,
  links,
  contacts,
  interactions,
  needs,
  products,
  sales,
  promotions,
  pricing,
  terms,
  negotiations,
  agreements,
  kpis,
  threads,
  imports,
  history,
  demo,
]
