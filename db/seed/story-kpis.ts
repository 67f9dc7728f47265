import type { CauseKind } from '@/lib/modules/kpis/model-breaches'
import type { AgreementTold } from './story-agreements'

/** How a breach was dealt with; days count from when it opened. Without `verified` it is still being worked at. */
export type HandlingTold = {
  /** It opens with this value, counted from 0. */
  after: number
  cause: { causeKind: CauseKind; cause: string; plan: string }
  action: { text: string; effect: string; days: number }
  result?: string
  verified?: string
}

/** What was agreed of a KPI and what each month of the contract said; null where nobody measured it. */
export type KpiTold = {
  code: string
  party: 'us' | 'them' | 'joint'
  source: 'manual' | 'import' | 'deliveries' | 'sales'
  frequency: 'month'
  weight: string
  target: string
  amber: string
  zero: string
  cumulative?: 'true'
  consequence?: 'penalty' | 'actionPlan' | 'rebate'
  consequenceNote?: string
  monthlyFee?: string
  cap?: string
  tiers?: { from: string; pct: string }[]
  /** The heading of the clause that it measures. */
  clause?: string
  /** The denominator of every month, for ratios. */
  parts: number | null
  values: readonly (number | null)[]
  handled?: readonly HandlingTold[]
  /** Their number for one value, counted from 0. */
  disputed?: { at: number; theirValue: string; theirSource: string; note: string }
}

export const agreementOfKpis: Omit<AgreementTold, 'from'> = {
  client: 'daanFoods',
  direction: 'sell',
  kind: 'annualTerms',
  title: '本年度供貨合約',
  paper: 'ours',
  theirName: '大安食品股份有限公司',
  theirRepresentative: '羅美琪',
  yearlyValue: '11400000',
  valueBasis: '去年銷售紀錄',
  months: 12,
  noticeCount: 30,
  venue: '臺灣臺北地方法院',
  clauses: [
    { heading: '供應品項與價格', body: '供應品項及單價如附件一；調價應於三十日前書面通知。', aspect: 'price' },
    {
      ...{ heading: '交貨', aspect: 'supply', point: '準時足量交付率', value: '95 %' },
      body: '每週二、五送達對方指定倉庫；準時足量交付率 95 % 以上，依附件 KPI。',
    },
    {
      ...{ heading: '付款', aspect: 'credit', point: '付款天數', value: '60 天' },
      body: '每月二十五日結帳，付款天數 60 天；準時付款率依附件 KPI。',
    },
    {
      ...{ heading: '年度獎勵', aspect: 'price', point: '年度獎勵', value: '2 %' },
      body: '全年進貨達 12,000 箱，給付全年進貨淨額 2 % 之年度獎勵。',
    },
  ],
}

const monthly = { frequency: 'month' } as const

/** Three of ours and three of theirs: one is red at the end, one has not been measured for two months. */
export const kpisTold: readonly KpiTold[] = [
  {
    ...{ ...monthly, code: 'OTIF', party: 'us', source: 'manual', weight: '3', clause: '交貨' },
    ...{ target: '95', amber: '90', zero: '80', parts: 420 },
    ...{ consequence: 'penalty', consequenceNote: '紅燈月份按該月貨款計罰', monthlyFee: '950000', cap: '3' },
    tiers: [
      { from: '88', pct: '1' },
      { from: '0', pct: '3' },
    ],
    values: [402, 405, 371, 366, 404, 401, 399, 403, 400, 374, 369],
    handled: [
      {
        after: 3,
        cause: { causeKind: 'supply', cause: '原料到貨延遲，兩條產線停工三日', plan: '主要原料改為雙供應商' },
        action: { text: '與第二供應商簽訂備援供貨', effect: '原料到貨準時率達 98%', days: 20 },
        result: '備援供應商首批到貨，停工未再發生',
        verified: '次月準時足量交付率 96.2%，原料到貨準時率 98.4%',
      },
      {
        after: 10,
        cause: { causeKind: 'logistics', cause: '物流改線後北區夜配車次不足', plan: '北區恢復每週三次夜配' },
        action: { text: '與物流商重訂北區班表', effect: '北區到倉準時率達 97%', days: 45 },
      },
    ],
  },
  {
    ...{ ...monthly, code: 'INVQ', party: 'us', source: 'manual', weight: '1' },
    ...{ target: '98', amber: '95', zero: '90', parts: 52 },
    values: [52, 51, 52, 52, 51, 52, 52, 52, 51, 52, 52],
  },
  {
    ...{ ...monthly, code: 'RESP', party: 'us', source: 'manual', weight: '1' },
    ...{ target: '95', amber: '88', zero: '70', parts: 40 },
    values: [38, 39, 38, 37, 38, 39, 38, 40, 38, 37, 37],
  },
  {
    ...{ ...monthly, code: 'PAY', party: 'them', source: 'manual', weight: '2', clause: '付款' },
    ...{ target: '97', amber: '92', zero: '80', parts: 950_000 },
    values: [950_000, 931_000, 940_500, 921_500, 931_000, 926_250, 945_250, 931_000, 935_750, 926_250, 931_000],
    disputed: { at: 9, theirValue: '98.6', theirSource: '匯款紀錄', note: '羅美琪於月會說明，週末入帳應以匯款日計' },
  },
  {
    ...{ ...monthly, code: 'FA', party: 'them', source: 'manual', weight: '1' },
    ...{ target: '85', amber: '75', zero: '50', parts: 10_000 },
    values: [8700, 8800, 8600, 8400, 8550, 8600, 8450, 8500, 8650, null, null],
  },
  {
    ...{ ...monthly, code: 'VOL', party: 'them', source: 'sales', weight: '2', cumulative: 'true', clause: '年度獎勵' },
    ...{ target: '12000', amber: '10800', zero: '6000', parts: null, consequence: 'rebate' },
    ...{ consequenceNote: '全年達 12,000 箱，退佣 2%' },
    values: [980, 1240, 860, 930, 970, 1010, 990, 1020, 1040, 960, 1115],
  },
]
