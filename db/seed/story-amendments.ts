/** A change of the contract that holds: days count from the first day of a month of the contract, the first month is 0. */
export type AmendmentTold = {
  kind: 'amendment' | 'temporary'
  from: { month: number; day: number }
  to?: { month: number; day: number }
  reason: string
  talk: string
  clause?: { heading: string; body: string; value: string }
  kpi: { code: string; target: string; amber: string; zero: string }
  comment: string
}

/** One in the middle of a quarter that changes a target for good, and one for a time that returned by itself. */
export const amendmentsTold: readonly AmendmentTold[] = [
  {
    kind: 'amendment',
    from: { month: 4, day: 14 },
    reason: '對方改由新物流中心收貨，交付目標與到貨時段一併調整',
    talk: '說明新物流中心的收貨時段，雙方談定交付目標調整為 93%',
    clause: {
      heading: '交貨',
      body: '每週二、五上午十時前送達對方新物流中心；準時足量交付率 93 % 以上，依附件 KPI。',
      value: '93 %',
    },
    kpi: { code: 'OTIF', target: '93', amber: '90', zero: '80' },
    comment: '出貨排程已改為新物流中心',
  },
  {
    kind: 'temporary',
    from: { month: 8, day: 14 },
    to: { month: 9, day: 13 },
    reason: '中秋檔期客服量倍增，暫時放寬回覆率目標',
    talk: '檔期前協調會：回覆率目標暫調為 90%，期滿恢復',
    kpi: { code: 'RESP', target: '90', amber: '85', zero: '70' },
    comment: '檔期結束後恢復原目標',
  },
]
