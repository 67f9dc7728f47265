import type { PromotionForm } from '@/lib/modules/promotions/model'

export type PromotionTold = {
  client: string
  title: string
  form: PromotionForm
  mechanics: string
  products: string
  /** Days before today on which it begins and ends in store; negative lies ahead. */
  from: number
  to: number
  ours?: string
  theirs?: string
  fund?: string
  expected?: string
  agreed?: string
  /** What the client ordered on top because of it: code, quantity, price. */
  ordered?: string
  result?: { cannibalised: string; pulledForward: string; unitDiscount: string; fixedCost: string; learning: string }
  settled?: { cost: string; document: string; proof: string }
  direction?: { decision: 'repeat' | 'change' | 'stop'; reason: string; review: number }
}

export const fundTold = { client: 'daanFoods', name: '年度促銷基金', amount: '600000', note: '依年度交易條件提撥' }

/** Six promotions: two evaluated, one that owes its result, one running, one agreed and one still planned. */
export const promotionsTold: readonly PromotionTold[] = [
  {
    client: 'daanFoods',
    title: '醬油 DM 檔',
    form: 'catalogue',
    mechanics: 'DM 封底半版，醬油第二件八折，端架陳列兩週。',
    products: 'SOY-500, SOY-LS',
    from: 150,
    to: 137,
    ours: '120000',
    theirs: '60000',
    fund: '80000',
    expected: '60',
    agreed: '採購羅協理以郵件確認版位與折扣',
    ordered: 'SOY-500 4800 70, SOY-LS 1600 82',
    result: {
      cannibalised: '300',
      pulledForward: '1100',
      unitDiscount: '8',
      fixedCost: '120000',
      learning: '第二件折扣帶動囤貨，檔期後兩週回購明顯下降；端架比版位有效。',
    },
    settled: { cost: '118400', document: '折讓單 AB-20260731', proof: 'DM 版面與 12 家門市端架照片，存於專案相簿' },
    direction: { decision: 'change', reason: '改為單件降價加端架，不再做第二件折扣，並縮短為十天。', review: 60 },
  },
  {
    client: 'maiyuBakery',
    title: '烘焙教室示範週',
    form: 'event',
    mechanics: '與烘焙教室合辦示範課，課程用粉特價供應。',
    products: 'FLO-H22, FLO-L22',
    from: 100,
    to: 87,
    ours: '12000',
    theirs: '8000',
    expected: '110',
    agreed: '店長電話同意場地與分攤方式',
    ordered: 'FLO-H22 260 705, FLO-L22 180 672',
    result: {
      cannibalised: '0',
      pulledForward: '20',
      unitDiscount: '15',
      fixedCost: '12000',
      learning: '示範課的學員店家有三家轉為固定下單。',
    },
    settled: { cost: '12000', document: '發票 MK-88213', proof: '課程簽到表與現場照片' },
    direction: { decision: 'repeat', reason: '費用分攤合理且帶進新店家，下一學季續辦。', review: 200 },
  },
  {
    client: 'daanFoods',
    title: '豆瓣辣醬門市試吃',
    form: 'internalExternal',
    mechanics: '八家門市週末試吃，現場買二送一。',
    products: 'CHI-240',
    from: 31,
    to: 18,
    ours: '96000',
    fund: '60000',
    expected: '40',
    agreed: 'LINE 群組確認門市名單與試吃時段',
    ordered: 'CHI-240 1150 64',
  },
  {
    client: 'haiheSeafood',
    title: '裹粉新包裝上市',
    form: 'poster',
    mechanics: '賣場海報與酥炸示範影片，上市價九五折。',
    products: 'BAT-3K',
    from: 6,
    to: -8,
    ours: '24000',
    theirs: '12000',
    expected: '25',
    agreed: '廠長當面同意上市價與檔期',
  },
  {
    client: 'daanFoods',
    title: '堅果禮盒預購',
    form: 'internet',
    mechanics: '官網與會員 App 預購，滿三盒贈保溫袋。',
    products: 'NUT-MIX',
    from: -24,
    to: -44,
    ours: '150000',
    theirs: '150000',
    fund: '120000',
    expected: '80',
    agreed: '電商部林副理回信同意預購頁與贈品數量',
  },
  {
    client: 'shunluLogistics',
    title: '電商旺季紙箱專區',
    form: 'website',
    mechanics: '客戶訂購網站首頁專區，滿棧板免運。',
    products: 'BOX-EC, BOX-S',
    from: -40,
    to: -61,
    ours: '60000',
    expected: '20',
  },
]
