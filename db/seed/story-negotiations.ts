/** A negotiation as far as it has come; days are days ago. Tables are written as in `story.ts`. */
export type NegotiationTold = {
  account: string
  direction: 'sell' | 'buy'
  kind: string
  title: string
  purpose: string
  objective: string
  value: string
  /** Opened, and wanted by: negative days lie ahead. */
  opened: number
  deadline: number
  /** Kind of term or a dash | name | kind | unit | options as label:our points:their points */
  issues: string
  /**
   * In the order of the issues: opening | target | limit | weight | their target | their limit | their weight | confidence
   * | where we have it from. An option is named by its label, yes and no by themselves.
   */
  stakes: string
  /** member | days ago asked | due in days | question | days ago answered | stance | answer | disposition | reason */
  inputs: string
}

export const negotiationsTold: readonly NegotiationTold[] = [
  {
    account: 'daanFoods',
    direction: 'sell',
    kind: 'annualTerms',
    title: '大安食品明年度交易條件',
    purpose: '對方統一採購中心要求付款改為 75 天；以較長付款天數與年度獎勵，換得端架陳列與每月銷售資料。',
    objective: '付款不超過 75 天，年度獎勵 1.5 % 以內，端架至少四期，並取得每月門市銷售資料。',
    value: '62000000',
    opened: 12,
    deadline: -24,
    issues: `
      - | 付款天數 | numeric | 天 |
      annualRebate | 年度獎勵 | numeric | % |
      - | 端架陳列 | ordinal | - | 兩期:0:100、四期:60:60、六期:100:0
      leadTime | 到貨前置時間 | numeric | 天 |
      - | 提供每月門市銷售資料 | boolean | - |
      - | 新品上架節奏 | text | - |
    `,
    stakes: `
      60 | 62 | 75 | 30 | 90 | 65 | 35 | medium | 羅協理在 9 月季會提到集團目標
      1 | 1.2 | 2 | 25 | 2.5 | 1.2 | 30 | medium | 去年最後讓到 1.2 %
      六期 | 六期 | 兩期 | 20 | 兩期 | 六期 | 15 | low | 黃課長私下說明年檔期很滿
      5 | 5 | 3 | 10 | 2 | 5 | 15 | high | 土城物流中心週一不收乾貨，鍾課長希望更快
      yes | yes | - | 15 | no | - | 5 | low | 資訊部門的工作量，採購不在意
      - | - | - | - | - | - | - | - | -
    `,
    inputs: `
      mei | 3 | 5 | 前置時間若縮到 3 天，土城倉的出車班次撐得住嗎？要加多少費用？ |
      wendy | 9 | 3 | 付款由 60 天改 75 天，對我們一年的資金成本是多少？ | 5 | concern | 以年採購額 6,200 萬元、年利率 6 % 計，約 15.3 萬元；建議同時縮短票期。 | adopted | 列入底線，並以票期作為交換條件。
      ben | 7 | 4 | 對方若要求全品項附第三方檢驗報告，我們做得到嗎？ | 4 | support | 現有 11 支已有報告，其餘三個月內可補齊。 | partly | 先承諾既有 11 支，其餘列入明年上半年。
    `,
  },
  {
    account: 'fengqiaoPaper',
    direction: 'buy',
    kind: 'price',
    title: '楓橋紙器明年紙箱單價',
    purpose: '紙漿下跌 8 %，要求單價反映，同時維持旺季備料。',
    objective: '單價降 5 % 以上，旺季安全庫存四週。',
    value: '8600000',
    opened: 40,
    deadline: -10,
    issues: `
      - | 單價調降 | numeric | % |
      - | 旺季安全庫存 | numeric | 週 |
      - | 付款天數 | numeric | 天 |
    `,
    stakes: `
      8 | 6 | 3 | 50 | 2 | 6 | 50 | medium | 紙廠公告牌價與去年議價紀錄
      6 | 5 | 3 | 30 | 2 | 5 | 20 | high | 廖課長說倉庫只夠四週
      75 | 60 | 45 | 20 | 30 | 60 | 30 | medium | 詹副理要求準時付款
    `,
    inputs: '',
  },
]
