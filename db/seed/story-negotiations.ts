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
  /** How far it was led beyond its preparation. */
  led?: Led
}

type Led = {
  conduct: Readonly<Record<'language' | 'setting' | 'venue' | 'etiquette', string>>
  /** person | part | how to address */
  counterparts: string
  /** side | interest | source */
  interests: string
  /** side | name | outcomes as label:probability:score | cost of switching | confidence | source | next step */
  alternatives: string
  /** kind | title | claim | source | note */
  evidence: string
  /** Asked and approved days ago, valid for so many days from today. */
  mandate: { asked: number; approved: number; valid: number; reason: string }
  /** days ago | side | channel | values in the order of the issues, a dash is not stated | conditions | valid for days from today */
  offers: string
  /** number of the offer and position of the issue, both counted from 1: 3:2, 4:1 */
  trades: readonly string[]
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
    inputs: `
      wendy | 38 | 6 | 付款由 60 天縮到 45 天，資金調度可以嗎？換多少單價才划算？ | 36 | concern | 45 天可以接受；每縮 15 天約等於單價 0.25 %，低於這個數字就不要換。 | adopted | 以 0.25 % 當作付款天數的換算基準。
    `,
    led: {
      conduct: {
        language: 'nan',
        setting: 'theirOffice',
        venue: '楓橋大雅廠二樓會議室',
        etiquette: '先跟游總泡茶聊廠裡的近況；數字寫在白板上，離開前一起看一遍。',
      },
      counterparts: `
        游振豐 | decides | 游總
        詹雅雯 | speaks | 詹副理
      `,
      interests: `
        us | 紙箱成本反映紙漿跌價，明年預算少 43 萬元 | 採購預算
        us | 中秋與年節不缺箱 | 去年中秋缺箱兩天
        them | 機台稼動率穩定，淡季也有單 | 廖課長
        them | 準時收款，少跑銀行 | 詹副理
      `,
      alternatives: `
        us | 改向第二供應商下六成訂單 | 談成:0.7:55、談不成仍買楓橋:0.3:20 | 5 | medium | 已取得第二家書面報價 | 通知第二家安排試印
        them | 把產能轉給飲料客戶 | 旺季可行:0.4:60、淡季閒置:0.6:20 | - | low | 業界消息 | -
      `,
      evidence: `
        market | 紙漿與瓦楞原紙牌價 | 原紙一年內跌 8 %，單價應反映 | 公開牌價與進口報關價 | 去年十月每噸 21,600 元，今年十月 19,900 元。
        requestLetter | 楓橋來信 | 對方希望付款縮短為 30 天 | 詹副理十月來信 | 原紙廠要求預付，請協助縮短帳期。
      `,
      mandate: { asked: 35, approved: 34, valid: 20, reason: '依採購預算與第二供應商報價訂定' },
      offers: `
        30 | us | visit | 8, 6, 75 | 全年量 24 萬箱 | -
        28 | them | line | 2, 2, 30 | - | -
        21 | us | meeting | 7, 6, 60 | 全年量不變 | -
        19 | them | call | 3, 3, 30 | 淡季每月至少 1.5 萬箱 | -
        12 | us | meeting | 6, 5, 60 | 同意淡季每月 1.5 萬箱 | -
        11 | them | line | 4, 4, 45 | - | -
        5 | us | visit | 5.5, 5, 50 | - | -
        4 | them | call | 4.5, 4, 45 | 年底前簽 | 9
      `,
      trades: ['3:3, 4:2', '5:1, 6:1'],
    },
  },
]
