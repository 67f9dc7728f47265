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
  /** The code of the product, or of one whose category is meant. */
  product?: string
  category?: string
  segment?: string
  /** The story's key of the client. */
  client?: string
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
  { from: '480', discountPct: '3' },
  { from: '2400', discountPct: '6' },
]

export const rulesTold: readonly RuleTold[] = [
  discount('一般經銷優惠', '2'),
  discount('大量訂購', '4', { minQuantity: '5000', note: '單次訂購滿五千件' }),
  discount('連鎖零售客群優惠', '3', { segment: '連鎖零售' }),
  discount('連鎖烘焙客群優惠', '3', { segment: '連鎖烘焙' }),
  discount('冷凍加工客群優惠', '4', { segment: '冷凍加工' }),
  discount('電源模組客群優惠', '4', { segment: '電源模組' }),
  discount('電商倉儲客群優惠', '5', { segment: '電商倉儲' }),
  discount('年度約定折扣：大安食品', '5', { client: 'daanFoods' }),
  discount('年度約定折扣：麥嶼烘焙', '5', { client: 'maiyuBakery' }),
  discount('年度約定折扣：海禾水產', '4', { client: 'haiheSeafood' }),
  discount('年度約定折扣：晶岳電子', '5', { client: 'jingyueElectronics' }),
  discount('年度約定折扣：順陸物流', '7', { client: 'shunluLogistics' }),
  discount('年度約定折扣：錦曜紡織', '6', { client: 'jinyaoTextile' }),
  { name: '醬油數量級距', fromDays: 90, product: 'SOY-500', action: 'schedule', schedule: 'range', tiers: volume },
  { name: '白醋分段級距', fromDays: 90, product: 'VIN-600', action: 'schedule', schedule: 'slab', tiers: volume },
  {
    name: '電商紙箱與膠帶級距',
    fromDays: 80,
    category: 'BOX-EC',
    segment: '電商倉儲',
    action: 'schedule',
    schedule: 'range',
    tiers: volume,
  },
  {
    name: '約定單價：大安食品燕麥片',
    fromDays: 60,
    product: 'GRA-500',
    client: 'daanFoods',
    action: 'fixed',
    fixedPct: '92',
  },
  {
    name: '約定單價：麥嶼烘焙蜜紅豆',
    fromDays: 60,
    product: 'RED-3K',
    client: 'maiyuBakery',
    action: 'fixed',
    fixedPct: '94',
  },
  {
    name: '茶包折讓後取整數',
    fromDays: 70,
    product: 'TEA-20',
    action: 'formula',
    formulaPct: '3.5',
    roundTo: '1',
    currency: 'TWD',
    note: '便於門市標價',
  },
  discount('換季促銷：烘焙客群', '3', {
    segment: '連鎖烘焙',
    category: 'COC-1K',
    stackGroup: '換季',
    stackMode: 'sequential',
  }),
  discount('換季促銷：烘焙原料', '2', { category: 'COC-1K', stackGroup: '換季', stackMode: 'sequential' }),
  discount('新品推廣：海苔米果', '8', { product: 'CRI-120', fromDays: 20, minQuantity: '240' }),
  discount('即期咖哩醬出清', '15', { product: 'CUR-1K', fromDays: 10, priority: '20', note: '即期品，售完為止' }),
  discount('冷凍加工用料優惠', '1.5', { category: 'BAT-3K', segment: '冷凍加工' }),
]

export const rebateTold = {
  name: '年度進貨獎勵',
  method: 'retrospective',
  basis: 'net',
  currency: 'TWD',
  tiers: [
    { from: '30000000', pct: '1' },
    { from: '50000000', pct: '2' },
    { from: '70000000', pct: '3' },
  ],
  forecast: '63000000',
  note: '於次年一月以折讓單結算',
}

/** Products that have a floor of their own besides the general one. */
export const floorsTold = ['SOY-500', 'SES-300', 'NUT-MIX'] as const

type ExceptionTold = {
  client: string
  product: string
  discountPct: string
  quantityCap: string
  /** Workdays ago on which it was asked for, and the days from today on which it begins and ends. */
  asked: number
  from: number
  to: number
  reason: string
  approved: boolean
  /** How the lead agreed when it could not wait; not in writing yet. */
  agreedByWord?: string
}

/** One that was approved and ends soon, and one that waits for consent. */
export const exceptionsTold: readonly ExceptionTold[] = [
  {
    client: 'daanFoods',
    product: 'SOY-LS',
    discountPct: '11',
    quantityCap: '9000',
    asked: 30,
    from: -38,
    to: 9,
    reason: '門市週年慶備貨，量大一次交清',
    approved: true,
  },
  {
    client: 'daanFoods',
    product: 'CHI-240',
    discountPct: '13',
    quantityCap: '12000',
    asked: 1,
    from: 0,
    to: 60,
    reason: '競品降價一成，門市要求跟進',
    approved: false,
  },
  {
    client: 'maiyuBakery',
    product: 'FLO-L22',
    discountPct: '12',
    quantityCap: '600',
    asked: 1,
    from: 0,
    to: 14,
    reason: '耶誕檔期臨時加單，對方下午就要答覆',
    approved: false,
    agreedByWord: 'LINE 訊息：「這筆先給，我回公司補簽。」',
  },
]

type DealTold = {
  client: string
  /** Workdays ago on which it was checked. */
  checked: number
  title: string
  /** Code, quantity and, unless the rules’ price is meant, percent of the list price. */
  lines: readonly (readonly [code: string, quantity: string, pct?: string])[]
  paymentDays?: string
  offInvoice?: readonly { name: string; kind: 'percent' | 'amount' | 'lumpSum'; value: string }[]
  /** Why consent was asked for; a deal without it was only checked. */
  reason?: string
}

export const dealsTold: readonly DealTold[] = [
  {
    client: 'daanFoods',
    checked: 15,
    title: '大安食品：醬油與白醋端架備貨',
    lines: [
      ['SOY-500', '4800'],
      ['VIN-600', '3600'],
    ],
    reason: '端架檔期備貨，依規則報價',
  },
  {
    client: 'maiyuBakery',
    checked: 4,
    title: '麥嶼烘焙：中央工廠下季用料',
    lines: [
      ['COC-1K', '240'],
      ['NUT-WAL', '320'],
      ['YEA-500', '600'],
    ],
  },
  {
    client: 'shunluLogistics',
    checked: 5,
    title: '順陸物流：觀音倉旺季紙箱',
    lines: [
      ['BOX-EC', '40000'],
      ['BOX-S', '16000'],
      ['TAP-48', '4500'],
    ],
  },
  {
    client: 'daanFoods',
    checked: 4,
    title: '大安食品：全店端架檔期',
    lines: [
      ['SOY-500', '6000', '86'],
      ['SES-300', '2400', '87'],
      ['NUT-MIX', '1200'],
    ],
    paymentDays: '75',
    offInvoice: [
      { name: '年度獎勵', kind: 'percent', value: '2' },
      { name: '端架費', kind: 'lumpSum', value: '120000' },
    ],
    reason: '92 家門市同時上端架，對方承諾檔期量三倍，請同意讓價與 75 天付款',
  },
]
