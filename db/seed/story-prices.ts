import type { Role } from '@/lib/kernel/actor'

const audience: Role[] = ['accountManager', 'salesLead', 'salesAssistant', 'manager']

/** The policy in force. Percentages as numbers of percent. */
export const policyTold = {
  title: '經銷定價政策',
  englishTitle: 'Dealer pricing policy',
  body: '一、報價一律以牌價為準，依價格規則計算；沒有規則的品項報牌價。\n二、規則以外的價格須申請例外，載明理由、數量與期限。\n三、超過本人折扣權限、低於底價或毛利門檻的交易，依核決權限表送審。\n四、調漲價格至少於三十天前以書面通知客戶。\n五、建議售價僅供參考，不得要求客戶遵守轉售價格。',
  englishBody:
    '1. Quotes follow the list price and the price rules; without a rule the list price holds.\n2. Any other price is an exception with a reason, a quantity and an end.\n3. Deals beyond one’s discount authority, below a floor or the margin limits go for consent.\n4. Clients are told of increases in writing at least thirty days before.\n5. Resale prices are suggestions only.',
  audience,
  leadDiscountPct: '10',
  managerDiscountPct: '15',
  directorDiscountPct: '20',
  managerMarginPct: '25',
  directorMarginPct: '18',
  paymentDays: '60',
  noticeDays: '30',
  steepPct: '5',
  annualPct: '4.5',
  sharesGuidance: 'true',
}

type RuleTold = {
  name: string
  /** Days ago on which it began. */
  fromDays: number
  /** Places in the catalogue, among the segments and among the clients of the stories. */
  product?: number
  category?: number
  segment?: number
  client?: number
  minQuantity?: string
  priority?: string
  action: 'discount' | 'fixed' | 'formula' | 'schedule'
  discountPct?: string
  /** Of the list price, in percent. */
  fixedPct?: string
  currency?: string
  formulaPct?: string
  roundTo?: string
  minMargin?: string
  schedule?: 'range' | 'slab'
  tiers?: { from: string; discountPct: string }[]
  stackGroup?: string
  stackMode?: 'sequential' | 'additive'
  note?: string
}

const discount = (name: string, discountPct: string, about: Partial<RuleTold> = {}): RuleTold => ({
  name,
  fromDays: 95,
  action: 'discount',
  discountPct,
  ...about,
})
const volume = [
  { from: '1', discountPct: '0' },
  { from: '48', discountPct: '3' },
  { from: '240', discountPct: '6' },
]

export const rulesTold: readonly RuleTold[] = [
  discount('一般經銷優惠', '2'),
  discount('大量訂購', '4', { minQuantity: '500', note: '單次訂購滿五百件' }),
  ...[3, 3, 4, 4, 5].map((pct, segment) => discount(`客群優惠 ${segment + 1}`, String(pct), { segment })),
  ...[5, 6, 4, 5, 7, 6].map((pct, client) => discount(`年度約定折扣 ${client + 1}`, String(pct), { client })),
  { name: '主力品項數量級距', fromDays: 90, product: 0, action: 'schedule', schedule: 'range', tiers: volume },
  { name: '次要品項分段級距', fromDays: 90, product: 1, action: 'schedule', schedule: 'slab', tiers: volume },
  { name: '包裝類級距', fromDays: 80, category: 3, segment: 0, action: 'schedule', schedule: 'range', tiers: volume },
  { name: '約定單價：首要客戶', fromDays: 60, product: 4, client: 0, action: 'fixed', fixedPct: '92' },
  { name: '約定單價：次要客戶', fromDays: 60, product: 5, client: 1, action: 'fixed', fixedPct: '94' },
  {
    name: '折讓後取整數',
    fromDays: 70,
    product: 3,
    action: 'formula',
    formulaPct: '3.5',
    roundTo: '1',
    currency: 'TWD',
    note: '便於門市標價',
  },
  discount('換季促銷：客群', '3', { segment: 1, category: 2, stackGroup: '換季', stackMode: 'sequential' }),
  discount('換季促銷：品類', '2', { category: 2, stackGroup: '換季', stackMode: 'sequential' }),
  discount('新品推廣', '8', { product: 2, fromDays: 20, minQuantity: '24' }),
  discount('出清', '15', { product: 5, fromDays: 10, priority: '20', note: '即期品，售完為止' }),
  discount('冷鏈加值', '1.5', { category: 4, segment: 2 }),
]

export const rebateTold = {
  name: '年度進貨獎勵',
  method: 'retrospective',
  basis: 'net',
  currency: 'TWD',
  tiers: [
    { from: '1000000', pct: '1' },
    { from: '3000000', pct: '2' },
    { from: '6000000', pct: '3' },
  ],
  forecast: '3600000',
  note: '於次年一月以折讓單結算',
}
