import type { IconName } from '@/lib/ui/icon'
import type { Channel } from '../rules-channels'

/** The icon of a channel; its word stands beside it. */
export const channelIcons: Readonly<Record<Channel, IconName>> = {
  call: 'phone',
  visit: 'map-pin',
  meeting: 'users',
  mail: 'mail',
  line: 'message-circle',
  meal: 'utensils',
  storeCheck: 'store',
  other: 'ellipsis',
}
