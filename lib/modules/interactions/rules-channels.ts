/** The ways of being in touch, in the order of their keys Alt+1 to Alt+8. */
export const channels = ['call', 'visit', 'meeting', 'mail', 'line', 'meal', 'storeCheck', 'other'] as const
export type Channel = (typeof channels)[number]

/**
 * Whether contact by this channel is two-way unless somebody says otherwise. Mail and LINE `ask` (one tap: 對方已回), and so
 * do a store check and other contact, where the customer may not have been there.
 */
export const directionOf = (channel: Channel): 'twoWay' | 'ask' =>
  channel === 'call' || channel === 'visit' || channel === 'meeting' || channel === 'meal' ? 'twoWay' : 'ask'

/** How something was learned that a contact by this channel is evidence of; a store check is a visit. */
export const methodOf = (channel: Channel) => (channel === 'storeCheck' ? 'visit' : channel)

const words: readonly (readonly [Channel, RegExp])[] = [
  ['storeCheck', /巡店|巡點|巡門市|訪店|看陳列|\bstore (?:check|visit|audit)\b/],
  ['meal', /吃飯|餐敘|聚餐|用餐|請客|午餐|晚餐|早餐|宵夜|飯局|尾牙|春酒|\b(?:lunch|dinner|breakfast|brunch)\b/],
  ['line', /(?:用|傳|在|透過|回|發|加)\s?line(?![a-z])|\bline\s?(?:群|訊息|通知|給|上|了|通話)|賴群/],
  ['mail', /e-?mail|寄信|回信|來信|去信|發信|電子郵件|郵件|信件|\bmail(?:ed)?\b|\bwrote to\b/],
  ['call', /打(?:了|過)?(?:通|個)?電話|電話|通話|致電|來電|去電|回電|電訪|\b(?:call(?:ed|s)?|phoned?|rang)\b/],
  ['visit', /拜訪|參訪|來訪|走訪|登門|到訪|訪廠|\bvisit(?:ed|s)?\b/],
  ['meeting', /開會|會議|會談|面談|碰面|見面|視訊|洽談|\b(?:meeting|met|meet|zoom|teams call)\b/],
]
/** The messenger is written in capitals; a lower-case `line` between words may be a product line. */
const messenger = /\bLINE\b(?! of\b)/

/** The channel that a line speaks of first; null when it does not say. */
export function channelIn(typed: string, folded: string): Channel | null {
  let first: { channel: Channel; at: number } | null = null
  for (const [channel, pattern] of words) {
    const at = position(folded, pattern, channel === 'line' ? typed.search(messenger) : -1)
    if (at >= 0 && (first === null || at < first.at)) first = { channel, at }
  }
  return first?.channel ?? null
}

function position(folded: string, pattern: RegExp, alternative: number): number {
  const at = folded.search(pattern)
  if (at < 0) return alternative
  return alternative < 0 ? at : Math.min(at, alternative)
}
