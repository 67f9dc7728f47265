import type { ObligationKind, ObligationParty } from '@/lib/modules/agreements/model-obligations'
import type { AgreementTold } from './story-agreements'

/** What a side owes; days count from today, negative ones lie behind. */
export type OwedTold = {
  party: ObligationParty
  kind: ObligationKind
  text: string
  due: number
  everyMonths?: number
  graceDays?: number
  evidenceRequired?: boolean
  penalty?: { monthlyFee: string; cap: string; tiers: readonly { from: string; pct: string }[] }
  /** How far it came: handed in so many days ago, and accepted or still waiting. */
  done?: { days: number; accepted: boolean }
}

export type HeldTold = AgreementTold & { owed: readonly OwedTold[] }

/** Agreements that were signed: one whose notice was missed, one inside its notice window with what both sides owe. */
export const agreementsHeld: readonly HeldTold[] = [
  {
    client: 'daanFoods',
    direction: 'sell',
    kind: 'promotion',
    title: '年度端架合作合約',
    paper: 'ours',
    theirName: '大安食品股份有限公司',
    theirRepresentative: '羅美琪',
    yearlyValue: '1200000',
    valueBasis: '四檔端架之預估銷售',
    from: -310,
    months: 12,
    noticeCount: 90,
    venue: '臺灣臺北地方法院',
    clauses: [
      { heading: '供應品項與價格', body: '供應品項及單價如附件一。', aspect: 'price' },
      { heading: '交貨', body: '每週二、五送達對方指定倉庫。', aspect: 'supply' },
      { heading: '端架陳列', body: '對方全年提供四檔端架；我方給付年度獎勵百分之二。', aspect: 'marketing' },
    ],
    owed: [
      {
        party: 'them',
        kind: 'report',
        text: '各門市當季銷售與端架陳列照片',
        due: -9,
        graceDays: 3,
        evidenceRequired: true,
        penalty: {
          monthlyFee: '60000',
          cap: '25',
          tiers: [
            { from: '95', pct: '5' },
            { from: '80', pct: '10' },
          ],
        },
      },
      {
        party: 'us',
        kind: 'deliver',
        text: '新品樣品與營養標示送審',
        due: -2,
        evidenceRequired: true,
        done: { days: 3, accepted: false },
      },
      { party: 'us', kind: 'pay', text: '上半年陳列獎勵付款', due: -45, done: { days: 47, accepted: true } },
      { party: 'both', kind: 'review', text: '季度業務檢討會議', due: 12, everyMonths: 3 },
    ],
  },
  {
    client: 'haiheSeafood',
    direction: 'sell',
    kind: 'supply',
    title: '冷凍漁獲包材供應合約',
    paper: 'ours',
    theirName: '海禾水產股份有限公司',
    yearlyValue: '4200000',
    valueBasis: '年度預估用量',
    from: -280,
    months: 12,
    renewal: 'autoRenew',
    renewalMonths: 12,
    noticeCount: 60,
    clauses: [
      { heading: '單價', body: '單價如附件；每半年檢討一次。', aspect: 'price' },
      { heading: '交期', body: '下單後七個工作日內送達。', aspect: 'supply' },
    ],
    owed: [
      { party: 'us', kind: 'insurance', text: '產品責任險保單副本', due: 20, everyMonths: 12, evidenceRequired: true },
      { party: 'them', kind: 'data', text: '下季用量預估', due: 6, everyMonths: 3 },
    ],
  },
]
