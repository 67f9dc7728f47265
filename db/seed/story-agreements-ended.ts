import type { AgreementTold } from './story-agreements'

/** An agreement that waits for consent, with a term that is not ours. */
export const agreementInReview: AgreementTold = {
  client: 'jingyueElectronics',
  direction: 'sell',
  kind: 'annualTerms',
  title: '防靜電托盤年度供應合約',
  paper: 'ours',
  theirName: '晶岳電子股份有限公司',
  theirRepresentative: '江欣儀',
  yearlyValue: '6800000',
  valueBasis: '兩座廠近十二個月用量',
  from: 25,
  months: 12,
  renewal: 'manual',
  noticeCount: 60,
  clauses: [
    { heading: '單價與調整', body: '單價如附件；原料指數變動逾百分之八時，次季重新議價。', aspect: 'price' },
    {
      heading: '付款',
      body: '月結九十日，月底結帳，以電匯給付。',
      aspect: 'credit',
      deviation: 'material',
      deviationReason: '對方各供應商一律九十日；另以預估用量換得單價不降',
    },
    { heading: '檢驗', body: '每批附表面電阻與無塵室包材檢驗報告。', aspect: 'quality' },
  ],
}

/** An agreement that was submitted for consent, and given up before it was signed. */
export const agreementGivenUp: AgreementTold & { because: string } = {
  client: 'jingyueElectronics',
  direction: 'sell',
  kind: 'supply',
  title: '無塵袋寄庫備貨合約',
  paper: 'ours',
  theirName: '晶岳電子股份有限公司',
  theirRepresentative: '江欣儀',
  yearlyValue: '1500000',
  valueBasis: '兩個月安全庫存的週轉量',
  from: 10,
  months: 12,
  clauses: [
    { heading: '備貨', body: '賣方於買方廠區寄庫兩個月用量，領用時計價。', aspect: 'supply' },
    { heading: '付款', body: '按月結算領用量，月結六十日。', aspect: 'credit' },
  ],
  because: '對方改為依訂單叫貨，不另訂寄庫合約',
}

/** Agreements that are over; days count from today. */
export type EndedTold = AgreementTold & {
  ending:
    | { how: 'lapse'; decided: number; reason: string }
    | { how: 'notice'; given: number; lastDay: number; settled: number; reason: string }
}

export const agreementsEnded: readonly EndedTold[] = [
  {
    client: 'fengsuiAgri',
    direction: 'buy',
    kind: 'supply',
    title: '堅果原料保量採購合約',
    paper: 'ours',
    theirName: '豐穗農產股份有限公司',
    theirRepresentative: '賀振興',
    yearlyValue: '2600000',
    valueBasis: '年度保證採購量',
    from: -402,
    months: 12,
    renewal: 'manual',
    noticeCount: 60,
    clauses: [
      { heading: '保證量', body: '全年採購不低於十二公噸，每季至少二公噸。', aspect: 'supply' },
      { heading: '驗收', body: '每批附產地證明與酸價報告，到廠三日內驗收。', aspect: 'quality' },
    ],
    ending: { how: 'lapse', decided: -130, reason: '改為逐季議價，不再保證採購量' },
  },
  {
    client: 'wuchuanColdchain',
    direction: 'buy',
    kind: 'service',
    title: '禮盒低溫配送合約',
    paper: 'ours',
    theirName: '霧川冷鏈股份有限公司',
    theirRepresentative: '符哲安',
    yearlyValue: '960000',
    valueBasis: '檔期預估車趟',
    from: -330,
    months: 24,
    noticeCount: 60,
    clauses: [
      { heading: '運費', body: '每趟依附件運費表計價，油價調整另議。', aspect: 'price' },
      { heading: '溫度', body: '全程攝氏七度以下；偏差逾二度者，該趟運費減半。', aspect: 'quality' },
    ],
    ending: {
      how: 'notice',
      given: -84,
      lastDay: -22,
      settled: -15,
      reason: '改用可重複使用保溫箱，由雙方合作案另訂條件',
    },
  },
]
