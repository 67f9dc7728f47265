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
  /** How it ended, and what was learnt. */
  ended?: Ended
}

/**
 * Days ago: agreed on an offer, and from there to the closing, unless the agreement itself writes it down; or without a deal,
 * with what we do instead.
 */
export type Ended = {
  deal?: {
    offer: number
    on: number
    risk: string
    consented: number
    written?: { documented: number; told: number; known: number; closed: number }
  }
  noDeal?: { on: number; reason: string; nextStep: string; due: number }
  /** Techniques of note 2, by their names in the product. */
  debrief: { on: number; techniques: readonly string[]; worked: string; failed: string; lesson: string; reuse: string }
}

/** account | days ago | channel | asked | gave | got | result */
export const talksTold = `
  haiheSeafood | 17 | call | 保溫箱每箱降 3 元 | 降 1 元，改為整棧板出貨 | 每次至少兩棧板 | agreed
  maiyuBakery | 9 | line | 紙袋多給一個月票期 | 改為半個月 | 下單前七天給預估 | partly
`

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
      paymentDays | 付款天數 | numeric | 天 |
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
  {
    account: 'daanFoods',
    direction: 'sell',
    kind: 'promotion',
    title: '大安食品年節禮盒獨家檔期',
    purpose: '對方要年節禮盒在北區獨家販售；以獨家期間換上架費與折扣的上限。',
    objective: '獨家不超過六週，上架費 25 萬元以內，折扣 10 % 以內。',
    value: '3200000',
    opened: 70,
    deadline: 20,
    issues: `
      - | 獨家期間 | numeric | 週 |
      - | 上架費總額 | numeric | 萬元 |
      - | 禮盒折扣 | numeric | % |
    `,
    stakes: `
      3 | 4 | 6 | 40 | 12 | 8 | 45 | medium | 黃課長說集團要整季
      10 | 15 | 25 | 30 | 60 | 30 | 25 | medium | 去年同檔期 22 萬元
      6 | 8 | 10 | 30 | 20 | 12 | 30 | high | 羅協理給我們看過的競品報價
    `,
    inputs: `
      wendy | 66 | 5 | 折扣 10 % 加上架費 25 萬元，這一檔還有沒有賺？ | 63 | concern | 量到 9,000 盒才打平；低於這個數字不要接。 | adopted | 折扣底線訂在 10 %。
    `,
    led: {
      conduct: {
        language: 'zh-TW',
        setting: 'theirOffice',
        venue: '大安食品內湖總部三樓',
        etiquette: '先謝謝門市這一季的陳列，再談檔期；不要在課長面前比較競品。',
      },
      counterparts: `
        羅美琪 | decides | 羅協理
        黃雅惠 | speaks | 黃課長
      `,
      interests: `
        us | 禮盒在年前賣完，不留庫存 | 去年剩 1,100 盒
        them | 年節要有別家買不到的商品 | 黃課長
      `,
      alternatives: `
        us | 禮盒改走自有官網與兩家烘焙通路 | 賣完:0.6:60、剩兩成:0.4:30 | 5 | medium | 官網去年賣出 3,400 盒 | 通知官網與烘焙通路預留檔期
        them | 改賣自有品牌禮盒 | 來得及:0.5:45、來不及:0.5:20 | - | low | 包材商透露
      `,
      evidence: `
        market | 北區禮盒檔期行情 | 獨家期間一般四到六週 | 兩家通路的公開招商辦法 | 一家四週、一家六週。
      `,
      mandate: { asked: 62, approved: 60, valid: 5, reason: '依財務試算的打平量訂定' },
      offers: `
        52 | them | meeting | 12, 60, 20 | 北區全部門市 | -
        50 | us | meeting | 3, 10, 6 | 首批 6,000 盒 | -
        40 | them | call | 10, 45, 18 | - | -
        38 | us | meeting | 5, 20, 9 | 首批 9,000 盒 | -
        29 | them | call | 10, 40, 15 | 這是最後的條件 | -
      `,
      trades: ['4:1, 3:2'],
    },
    ended: {
      noDeal: {
        on: 22,
        reason: '對方堅持十週獨家與 15 % 折扣，低於打平量。',
        nextStep: '禮盒改走官網與兩家烘焙通路，先留 6,000 盒',
        due: 10,
      },
      debrief: {
        on: 21,
        techniques: ['evidence', 'bargaining', 'options'],
        worked: '先算好打平量，離開談判桌時心裡有數。',
        failed: '太晚才問到對方的自有品牌，前兩輪都在談折扣。',
        lesson: '跟大安談檔期，第一次見面就先問「集團今年要推什麼」，再談折扣。',
        reuse: '大安的年度條件與其他通路的獨家檔期',
      },
    },
  },
  {
    account: 'jingyueOpto',
    direction: 'sell',
    kind: 'annualTerms',
    title: '晶岳光電本年度交易條件',
    purpose: '母公司要求付款延長到 105 天；以較長的付款天數換較長的前置時間，並且不做寄售。',
    objective: '付款不超過 90 天，年度獎勵 1.5 % 以內，前置時間六天，不做寄售庫存。',
    value: '8800000',
    opened: 110,
    deadline: 45,
    issues: `
      paymentDays | 付款天數 | numeric | 天 |
      annualRebate | 年度獎勵 | numeric | % |
      leadTime | 到貨前置時間 | numeric | 天 |
      - | 寄售庫存 | boolean | -
    `,
    stakes: `
      75 | 78 | 90 | 35 | 105 | 85 | 30 | medium | 母公司年度議價慣例
      0 | 0.5 | 1.5 | 25 | 2 | 1 | 35 | medium | 去年最後給 1 %
      7 | 7 | 4 | 15 | 3 | 6 | 25 | high | 袁副理的無塵室排程
      no | no | - | 25 | yes | - | 10 | low | 龔課長提過一次
    `,
    inputs: `
      mei | 105 | 5 | 前置時間縮到 5 天，無塵袋的車次排得出來嗎？ | 102 | concern | 5 天要加開週三車次；6 天不必。 | adopted | 底線 4 天、目標 7 天，談到 6 天就收。
    `,
    led: {
      conduct: {
        language: 'zh-TW',
        setting: 'theirOffice',
        venue: '湖口廠二樓會議室',
        etiquette: '結論當場寫在白板，請大家拍照；佐藤顧問在場時名片雙手遞。',
      },
      counterparts: `
        湯克勤 | decides | 湯經理
        佐藤健二 | advises | 佐藤先生
      `,
      interests: `
        us | 車次固定，不臨時加開 | 林課長
        them | 集團付款天數一致 | 湯經理
      `,
      alternatives: `
        us | 把產能轉給連接器客戶 | 接得到:0.5:50、接不到:0.5:20 | 10 | medium | 兩家已詢價 | 請業務主管約第二家
        them | 由母公司統購 | 可行:0.3:50、不可行:0.7:15 | - | low | 高小姐閒聊
      `,
      evidence: `
        requestLetter | 母公司採購通知 | 集團要求付款 105 天 | 湯經理轉來的通知 | 自本年度起適用全集團。
      `,
      mandate: { asked: 98, approved: 96, valid: 5, reason: '依去年結果與資金成本訂定' },
      offers: `
        90 | them | meeting | 105, 2, 3, yes | - | -
        88 | us | meeting | 75, 0, 7, no | - | -
        80 | them | call | 100, 1.5, 4, yes | - | -
        78 | us | meeting | 80, 0.5, 7, no | 每月固定排程 | -
        70 | them | meeting | 95, 1.5, 5, no | - | -
        68 | us | meeting | 85, 1, 6, no | 每月 25 日前給下月排程 | -
        62 | them | meeting | 90, 1, 6, no | 每月 25 日前給下月排程 | -
      `,
      trades: ['4:1, 5:4', '6:2, 7:3'],
    },
    ended: {
      deal: {
        offer: 7,
        on: 60,
        risk: '前置時間與獎勵都在對方的底線上；付款天數照集團要求，湯經理對上有交代。',
        consented: 59,
        written: { documented: 57, told: 56, known: 55, closed: 54 },
      },
      debrief: {
        on: 55,
        techniques: ['indicators', 'evidence', 'bargaining', 'confirming', 'culture'],
        worked: '把每天的資金成本寫在白板上，對方自己把寄售收回去。',
        failed: '第一輪太早讓付款天數，等於白給五天。',
        lesson: '集團統一的付款天數擋不住，就拿它換前置時間與排程；每讓五天都要有一個名目。',
        reuse: '其他也要求拉長付款天數的年度條件',
      },
    },
  },
]
