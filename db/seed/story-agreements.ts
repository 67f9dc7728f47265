import type { PaperOf, Renewal } from '@/lib/modules/agreements/model'
import type { AgreementAspect, AgreementKind, ClauseTag, Deviation } from '@/lib/modules/agreements/model-values'

export type ClauseTold = {
  heading: string
  body: string
  aspect: AgreementAspect
  tags?: readonly ClauseTag[]
  deviation?: Deviation
  deviationReason?: string
  /** What it says as a value, and of which point of the talks, by its name. */
  value?: string
  point?: string
}

export type AgreementTold = {
  client: string
  direction: 'sell' | 'buy'
  kind: AgreementKind
  title: string
  paper: PaperOf
  confidential?: boolean
  scopeName?: string
  theirName: string
  theirRepresentative?: string
  yearlyValue?: string
  valueBasis?: string
  /** Days from today on which it begins; negative lies behind. */
  from: number
  months?: number
  renewal?: Renewal
  renewalMonths?: number
  noticeCount?: number
  noticeUnit?: 'day' | 'month'
  governingLaw?: string
  venue?: string
  /** Begins with the template that fits; clauses that take the library’s fallback, with the reason. */
  fallbacks?: readonly { code: string; reason: string }[]
  clauses: readonly ClauseTold[]
}

/** Agreements that are being drafted: a client's annual contract on our paper, a retailer's own contract, and a supplier's. */
export const agreementsTold: readonly AgreementTold[] = [
  {
    client: 'daanFoods',
    direction: 'sell',
    kind: 'annualTerms',
    title: '明年度供貨合約',
    paper: 'ours',
    theirName: '大安食品股份有限公司',
    theirRepresentative: '羅美琪',
    yearlyValue: '12000000',
    valueBasis: '近十二個月銷售紀錄',
    from: 40,
    months: 12,
    noticeCount: 90,
    governingLaw: '中華民國法律',
    venue: '臺灣臺北地方法院',
    fallbacks: [{ code: 'shortage', reason: '對方要求提高上限，已議定每月百分之三' }],
    clauses: [
      {
        heading: '端架陳列',
        body: '甲方全年提供四檔端架，每檔兩週；乙方依附件給付端架費用。',
        aspect: 'marketing',
        tags: ['promotion', 'fee'],
      },
    ],
  },
  {
    client: 'haiheSeafood',
    direction: 'sell',
    kind: 'framework',
    title: '海禾制式供應商合約',
    paper: 'theirs',
    theirName: '海禾水產股份有限公司',
    from: -20,
    months: 24,
    renewal: 'autoRenew',
    renewalMonths: 12,
    noticeCount: 3,
    noticeUnit: 'month',
    clauses: [
      {
        heading: '付款條件',
        body: '驗收後月結九十日。',
        aspect: 'credit',
        deviation: 'material',
        deviationReason: '我方標準為六十日',
      },
      {
        heading: '獨家供應',
        body: '合約期間不得以相同配方供應其他水產通路。',
        aspect: 'legal',
        tags: ['exclusivity'],
        deviation: 'material',
        deviationReason: '對方制式條款，待法務表示意見',
      },
      { heading: '退貨', body: '效期少於四十五日之商品得全數退回。', aspect: 'quality' },
    ],
  },
  {
    client: 'fengqiaoPaper',
    direction: 'buy',
    kind: 'supply',
    title: '紙箱年度採購合約',
    paper: 'ours',
    confidential: true,
    theirName: '楓橋紙器有限公司',
    yearlyValue: '3600000',
    valueBasis: '去年採購量',
    from: 10,
    months: 12,
    renewal: 'manual',
    noticeCount: 60,
    clauses: [
      { heading: '單價與調整', body: '單價如附件；工業用紙價格指數變動逾百分之五時，次月重新議價。', aspect: 'price' },
      { heading: '交期', body: '下單後五個工作日內送達。', aspect: 'supply' },
    ],
  },
]

/** Who the company is on paper. */
export const ourParty = {
  ourName: '禾岫實業股份有限公司',
  ourAddress: '臺北市南港區園區街 3 號 8 樓',
  ourRepresentative: '林國棟',
}

/** The same, and from which value which form is due. */
export const agreementSettingsTold = {
  ...ourParty,
  letterUpTo: '500000',
  fullFrom: '5000000',
  fullKinds: ['distribution'],
  retentionYears: '10',
  acknowledgeDays: '3',
}
