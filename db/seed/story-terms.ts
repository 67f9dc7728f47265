/** Standards: segment | direction | first day as days ago | terms as code=value. */
export const standardsTold = `
  - | sell | 420 | paymentDays=closingMonths 2; closingDay=25; payRunDay=10; annualRebate=1; leadTime=7; returnTerms=僅限瑕疵品，收貨後 7 日內通知; priceNotice=30
  連鎖零售 | sell | 400 | paymentDays=closingMonths 2; closingDay=31; payRunDay=10; annualRebate=1.5; leadTime=5; shelfLife=到貨時剩餘效期三分之二以上; returnTerms=瑕疵品與到期前 30 日商品; priceNotice=45
  - | buy | 420 | paymentDays=closingMonths 2; closingDay=25; leadTime=14
`

/**
 * Sheets: account | direction | then a line for each version: days ago drafted (waiting: workdays) | first day from then | how far it came
 * (draft, waiting, approved, confirmed) | what it is about | terms as code=value ! factors ! reason ! condition (a dash is
 * unconditional).
 */
export const sheetsTold: readonly {
  account: string
  direction: 'sell' | 'buy'
  basis?: { basisSales: string; basisSource: string }
  versions: readonly string[]
}[] = [
  {
    account: 'daanFoods',
    direction: 'sell',
    versions: [
      `1 | 2 | draft | 年度條件談判結果 |
        paymentDays=net 75 ! marketPosition,agreedTerms ! 對方統一採購中心付款制度改為 75 天 ! 全年採購額達 6,000 萬元
        annualRebate=2 ! marketPosition ! 新增 38 家門市鋪貨 ! 鋪貨率達九成並提供每月銷售資料`,
    ],
  },
  {
    account: 'maiyuBakery',
    direction: 'sell',
    versions: [
      `380 | 10 | confirmed | 首年條件 |
        annualRebate=1.2 ! marketPosition ! 連鎖烘焙通路開發 ! 全年採購額達 900 萬元
        leadTime=3 ! supplyChain ! 麵粉類每日到貨 ! 每週五前提供下週預估`,
      `200 | 14 | confirmed | 加入中秋檔期支援 |
        annualRebate=1.8 ! marketPosition,planningCycle ! 中秋禮盒獨家合作 ! 中秋檔期採購額成長 20 %
        leadTime=3 ! supplyChain ! 麵粉類每日到貨 ! 每週五前提供下週預估`,
      `40 | 20 | confirmed | 年度調整 |
        annualRebate=2 ! marketPosition ! 前一年成長 23 % ! 全年採購額達 1,200 萬元
        leadTime=2 ! supplyChain ! 增設北區倉 ! 訂單於中午前確認
        advertisingSupport=0.5 ! agreedTerms ! 共同型錄 ! - ! 型錄製作費｜共同宣傳｜按淨額 0.5 %｜年度合約第 9 條｜年度型錄｜300000`,
    ],
  },
  {
    account: 'jingyueElectronics',
    direction: 'sell',
    versions: [
      `1 | 30 | waiting | 集團統一付款條件 |
        paymentDays=closingMonths 3 ! systemIntegration,agreedTerms ! 集團 ERP 統一月結 90 天 ! 改採全年框架訂單
        priceNotice=60 ! planningCycle ! 專案報價週期較長 ! 提供六個月滾動預測`,
    ],
  },
  {
    account: 'haiheSeafood',
    direction: 'sell',
    versions: [
      `300 | 7 | confirmed | 冷凍包材年度條件 |
        annualRebate=1.5 ! riskSharing ! 旺季預先備料 ! 旺季前 60 天確認數量
        minimumOrder=500 ! supplyChain ! 併車配送 ! -`,
    ],
  },
  {
    account: 'jinyaoTextile',
    direction: 'sell',
    versions: [
      `260 | 5 | confirmed | 年度條件 |
        chequeTenor=30 ! agreedTerms ! 沿用往年票期 ! 提供前三大客戶資料備查`,
    ],
  },
  {
    account: 'fengqiaoPaper',
    direction: 'buy',
    basis: { basisSales: '21600000', basisSource: '近十二個月進貨帳：紙箱與彩盒' },
    versions: [
      `220 | 10 | confirmed | 紙箱採購條件 |
        paymentDays=closingMonths 3 ! supplyChain ! 年度採購量集中 ! 保證全年最低採購量
        annualRebate=1.5 ! continuousImprovement ! 共同降低紙材用量 ! 每季檢討用量`,
    ],
  },
  {
    account: 'fengsuiAgri',
    direction: 'buy',
    basis: { basisSales: '13800000', basisSource: '近十二個月進貨帳：堅果與穀物' },
    versions: [
      `120 | 15 | confirmed | 原料採購條件 |
        annualRebate=1.2 ! marketPosition ! 產季前承諾全年用量 ! 全年進貨量達 180 公噸
        leadTime=21 ! supplyChain ! 進口船期 ! -`,
    ],
  },
  {
    account: 'shunluLogistics',
    direction: 'sell',
    versions: [
      `12 | 20 | approved | 電商倉儲包材 |
        annualRebate=2 ! marketPosition ! 單一供應商 ! 全年採購額達 1,400 萬元`,
    ],
  },
  {
    account: 'zhicaiFabrics',
    direction: 'sell',
    versions: [
      `5 | 25 | draft | 打樣期條件 |
        invoiceDiscount=1.5 ! continuousImprovement ! 打樣轉量產的共同開發 ! 每季至少兩款布樣轉量產
        minimumOrder=100 ! continuousImprovement ! 打樣數量少 ! -`,
    ],
  },
]

/** Claims: account | reference | reason | days ago | amount | source | note */
export const claimsTold = `
  daanFoods | R-Q3 | 38 | 60 | 228000 | term | 上季獎勵金
  daanFoods | P-DM | 21 | 75 | 36000 | promotion | 週年慶 DM 協贊
  maiyuBakery | R-Q3 | 38 | 58 | 66000 | term | 上季獎勵金
`

/** Deductions: account | days ago | amount | reason | reference | document | number | invoice | what became of it */
export const deductionsTold = `
  daanFoods | 32 | 228000 | 38 | R-Q3 | allowance | AL-1150901 | AB-20011234 | matched
  daanFoods | 21 | 52000 | 21 | P-DM | theirInvoice | TX-88012 | - | disputed 超出核定金額 16,000 元，請對方提供 DM 落版證明
  daanFoods | 9 | 8600 | 4 | - | deduction | - | AB-20011402 | open
  maiyuBakery | 25 | 66000 | 38 | R-Q3 | allowance | AL-1150912 | AB-20011377 | accepted
`
