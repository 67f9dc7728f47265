import type { Holder, Method, NeedKind } from '@/lib/modules/needs/model'
import type { ReviewOutcome } from '@/lib/modules/needs/model-consultation'
import type { MemberKey } from './company'

type Source = readonly [method: Method, who: string | null, words: string]

/** One need of the demonstration; days are days ago. A need is told as far as it has come. */
export type NeedTold = {
  account: string
  title: string
  kind: NeedKind
  holder?: Holder
  heard: number
  source: Source
  confidential?: true
  importance?: number
  /** Days after today by which an answer was promised; below zero it is late. */
  promised?: number
  described?: readonly [context: string, consequence: string]
  measured?: readonly [metric: string, unit: string, baseline: string, target: string]
  seconded?: Source
  verified?: readonly [days: number, by: MemberKey]
  asked?: {
    days: number
    audience: string
    ask: string
    of: MemberKey
    decided?: readonly [days: number, 'accepted' | 'later' | 'declined', because: string | null]
  }
  answered?: readonly [days: number, text: string]
  closed?: readonly [days: number, 'met' | 'dropped', because: string | null]
}

export const needsTold: readonly NeedTold[] = [
  {
    account: 'daanFoods',
    title: '乾貨要在中午前送達土城物流中心',
    kind: 'delivery',
    heard: 74,
    source: ['contacts', '鍾文傑', '十二點以後月台就排不到了，晚到就整車等到隔天'],
    importance: 5,
    described: ['平日 10 到 12 點月台最忙，我們的車常在 13 點後到', '晚到要改隔日收貨，門市斷貨一天'],
    measured: ['中午前送達率', '%', '72', '95'],
    seconded: ['observation', null, '在土城看了三個上午，三車有兩車過 12 點才到'],
    verified: [60, 'kevin'],
    asked: {
      days: 55,
      audience: '物流部',
      ask: '大安食品增開上午八點車次',
      of: 'mei',
      decided: [46, 'accepted', null],
    },
    answered: [40, '下個月起增開上午八點車次，專供土城'],
  },
  {
    account: 'daanFoods',
    title: '堅果隨手包要有 120 公克分享包',
    kind: 'product',
    heard: 66,
    source: ['contacts', '羅美琪', '辦公室的客人一次買三四包，為什麼沒有大一點的'],
    importance: 4,
    described: ['商辦區門市中午常見一次買三包以上', '客人改買競品大包裝'],
    measured: ['商辦店單次購買 3 包以上占比', '%', '18', '8'],
    seconded: ['salesRecords', null, '十二家商辦店的交易明細，三包以上占 18%'],
    verified: [30, 'kevin'],
    asked: {
      days: 26,
      audience: '產品開發會議',
      ask: '開發 120 公克分享包，先試蜂蜜腰果',
      of: 'ben',
      decided: [22, 'later', '包材要等第一季新模，三月再評估'],
    },
  },
  {
    account: 'daanFoods',
    title: '收銀台掛架不能擋到走道',
    kind: 'service',
    heard: 120,
    source: ['contacts', '邱顯宗', '八家小店消防檢查都被唸，掛架要撤'],
    described: ['20 坪以下小店走道不足 80 公分', '掛架全撤，衝動購買消失'],
    measured: ['可用層板卡取代的店數', '家', '0', '8'],
    seconded: ['observation', null, '走訪三家小店，走道量得 76、78、79 公分'],
    answered: [100, '八家小店改用層板卡，樣品已送營運處'],
    closed: [70, 'met', null],
  },
  {
    account: 'daanFoods',
    title: '每週提供門市別銷售彙總',
    kind: 'information',
    heard: 33,
    source: ['contacts', '黃雅惠', '每次都要我從系統拉，能不能你們整理好給我'],
    importance: 3,
    promised: 4,
    described: ['採購每週一要做門市檢討', '花半天整理報表'],
  },
  {
    account: 'daanFoods',
    title: '檔期前兩週要拿到 DM 圖檔',
    kind: 'promotion',
    heard: 20,
    source: ['contacts', '李宗翰', '圖檔每次都壓到最後一天'],
    promised: -3,
  },
  {
    account: 'daanFoods',
    title: '對手報價與進退場計畫',
    kind: 'price',
    heard: 16,
    source: ['management', '羅美琪', '另一家已經談到什麼價，你們自己斟酌'],
    confidential: true,
    importance: 4,
  },
  {
    account: 'maiyuBakery',
    title: '餅乾盒要能自動上線',
    kind: 'product',
    heard: 88,
    source: ['contacts', '董承恩', '手工折盒一小時才三百個，中秋根本來不及'],
    importance: 5,
    described: ['中央工廠旺季每天要折一萬個盒', '加班費與延誤出貨'],
    measured: ['每小時成盒數', '個', '300', '1200'],
    seconded: ['observation', null, '現場量測三十分鐘折 148 個'],
    verified: [70, 'kevin'],
    answered: [62, '改為預黏盒，每小時可到 1,300 個，樣品已試線'],
    closed: [35, 'met', null],
  },
  {
    account: 'maiyuBakery',
    title: '少量多樣的季節包材',
    kind: 'product',
    heard: 41,
    source: ['contacts', '何佳蓉', '每季口味都換，最低訂量五萬個吃不下'],
    importance: 4,
    described: ['一季四到六款口味，每款約八千個', '用舊包材貼標，形象受損'],
    measured: ['單款最低訂購量', '個', '50000', '8000'],
    seconded: ['salesRecords', null, '去年四季的訂單，單款平均 7,900 個'],
  },
  {
    account: 'maiyuBakery',
    title: '發票與出貨單品名一致',
    kind: 'service',
    heard: 12,
    source: ['contacts', '簡秀娟', '品名對不起來，會計每個月都要打電話問'],
  },
  {
    account: 'jingyueElectronics',
    title: '托盤抗靜電值要有每批數據',
    kind: 'quality',
    heard: 95,
    source: ['contacts', '石明哲', '客戶稽核要看每一批，不是一年一張'],
    importance: 5,
    described: ['終端客戶每季稽核抽查', '缺一批就是一件重大缺失'],
    measured: ['附檢驗數據的批次比例', '%', '40', '100'],
    seconded: ['observation', null, '稽核當天看到查核表，逐批欄位有四成空白'],
    verified: [80, 'howard'],
    answered: [72, '每批隨貨附表面電阻數據，本月起實施'],
  },
  {
    account: 'jingyueElectronics',
    title: '一廠線邊每兩小時補料',
    kind: 'delivery',
    heard: 52,
    source: ['contacts', '范姜宏達', '線邊只放得下兩小時的量'],
    described: ['線邊倉位 12 板', '停線一次約半小時'],
    measured: ['每月停線次數', '次', '3', '0'],
  },
  {
    account: 'jingyueElectronics',
    title: '英文規格變更通知',
    kind: 'information',
    heard: 24,
    source: ['contacts', '彭思穎', 'Please send change notices in English, too'],
  },
  {
    account: 'jingyueOpto',
    title: '無塵室用的低落塵內襯',
    kind: 'product',
    heard: 58,
    source: ['contacts', '佐藤健二', 'クリーンルームで使えるものが必要です（需要能進無塵室的內襯）'],
    importance: 4,
    described: ['二廠改為千級無塵室', '現用內襯被退'],
  },
  {
    account: 'jingyueOpto',
    title: '交期縮短到十天',
    kind: 'delivery',
    heard: 36,
    source: ['contacts', '高雅琪', '別家說十天，你們要三週'],
    described: ['急單占四成', '急單改向別家買'],
    measured: ['前置時間', '天', '21', '10'],
    seconded: ['salesRecords', null, '近半年 26 張訂單，平均 20.6 天'],
  },
  {
    account: 'jinyaoTextile',
    title: '福興廠週六也能收貨',
    kind: 'delivery',
    heard: 64,
    source: ['contacts', '柯俊男', '旺季週六也開工，你們不送我們就斷料'],
    described: ['九到十二月每週六開工', '週一早上缺料'],
    measured: ['週六送達次數', '次／月', '0', '4'],
    seconded: ['contacts', '洪麗卿', '採購也希望週六能送'],
    answered: [50, '旺季每週六送一車，次日補單'],
  },
  {
    account: 'jinyaoTextile',
    title: '支票改成電匯',
    kind: 'other',
    heard: 110,
    source: ['contacts', '謝玉芳', '每次寄支票都要等你們寄回收據'],
    closed: [85, 'dropped', '對方董事長決定維持支票'],
  },
  {
    account: 'shunluLogistics',
    title: '觀音倉要可堆疊四層的紙箱',
    kind: 'quality',
    heard: 47,
    source: ['observation', null, '第三層開始塌，倉管自己加了隔板'],
    importance: 4,
    described: ['觀音倉高度可堆四層', '每月約 60 箱壓損'],
    measured: ['每月壓損箱數', '箱', '60', '5'],
    seconded: ['contacts', '戴國輝', '堆四層就倒，大家都堆兩層'],
    verified: [28, 'kevin'],
  },
  {
    account: 'shunluLogistics',
    title: '回收棧板的統計',
    kind: 'information',
    heard: 9,
    source: ['contacts', '溫郁庭', '公司要報環保數字，回收了幾片要有單子'],
  },
  {
    account: 'fengqiaoPaper',
    title: '他們要更早知道我們的紙板用量',
    kind: 'information',
    heard: 43,
    source: ['suppliers', '詹雅雯', '旺季前六週知道就不會漲急單價'],
    described: ['旺季原紙要六週前訂', '急單加價一成'],
  },
  {
    account: 'haiheSeafood',
    title: '冷凍外箱標籤不脫落',
    kind: 'quality',
    heard: 39,
    source: ['contacts', '呂信宏', '零下二十五度放一晚標籤就掉'],
    described: ['冷凍倉出貨前要重貼', '出貨慢半天'],
    measured: ['標籤脫落率', '%', '12', '1'],
  },
  {
    account: 'tuoxiPrecision',
    title: '越文的作業說明',
    kind: 'service',
    heard: 31,
    source: ['contacts', '阮氏芳', '同事看不懂中文說明，裝反了兩次'],
    described: ['製造課八成同仁讀越文', '裝反要整批重來'],
    measured: ['裝反次數', '次／月', '2', '0'],
    seconded: ['observation', null, '看了兩個班別，都是問旁邊的人'],
    answered: [25, '已提供越文圖解，貼在機台旁'],
  },
  {
    account: 'zhicaiFabrics',
    title: '布樣寄送要有追蹤號',
    kind: 'service',
    heard: 18,
    source: ['contacts', '曾敏慈', 'Samples got lost twice, we need tracking'],
  },
  {
    account: 'wuchuanColdchain',
    title: '保溫箱溫度紀錄可匯出',
    kind: 'information',
    heard: 27,
    source: ['contacts', '喬安妮', 'The auditor wants the file, not a photo'],
    described: ['食藥署稽查要電子檔', '每次稽查要人工抄三天'],
  },
  {
    account: 'fengsuiAgri',
    title: '產季前先談好固定價',
    kind: 'price',
    heard: 29,
    source: ['suppliers', '穆曉雯', '農民要先知道收購價才肯種'],
  },
]

/** The consultation of the demonstration: what 黃雅惠 said of her open needs, and her answer to the letter. */
export const consultationTold: {
  account: string
  person: string
  days: number
  said: Readonly<Record<string, readonly [ReviewOutcome, string | null]>>
} = {
  account: 'daanFoods',
  person: '黃雅惠',
  days: 13,
  said: { 每週提供門市別銷售彙總: ['changed', '改成每兩週一次，但要含毛利欄以外的全部欄位'] },
}

/** Expected needs; the horizon is days from today. */
export const expectedTold = [
  {
    account: 'daanFoods',
    title: '年節禮盒改用可回收緩衝材',
    since: 70,
    horizon: -1,
    probability: 70,
    trigger: '羅協理提過環保採購指標',
    signal: '同業永續報告',
    response: '備妥紙漿內襯三款',
  },
  {
    account: 'maiyuBakery',
    title: '開第二座中央工廠',
    since: 60,
    horizon: 90,
    probability: 40,
    trigger: '執行長說產能明年不夠',
    signal: '南部招募公告',
    response: '先備妥雙倉配送方案',
  },
  {
    account: 'jingyueElectronics',
    title: '全面改用可重複使用托盤',
    since: 90,
    horizon: 200,
    probability: 55,
    trigger: '終端客戶碳盤查',
    signal: '客戶供應商大會',
    response: null,
  },
] as const

/** Ways of finding needs, by account: workdays ago of the plan, why, and each way with whom and due how many days from today. */
export const plansTold = [
  {
    account: 'daanFoods',
    workdays: 56,
    aim: '弄清楚土城收貨與門市補貨的真正瓶頸',
    reason: '送達時間與缺貨的說法不一致，先確認再談車次',
    approved: true,
    steps: [
      ['observation', '實際看收貨時段', null, -30],
      ['contacts', '物流與採購說法對照', '鍾文傑', -40],
      ['salesRecords', '用缺貨週驗證說法', null, -20],
    ],
  },
  {
    account: 'jingyueElectronics',
    workdays: 2,
    aim: '了解稽核要求如何影響包材',
    reason: '下次稽核前要弄清楚每批數據的要求，請確認訪談對象與順序',
    approved: false,
    steps: [
      ['contacts', '品保說明稽核項目', '石明哲', 15],
      ['management', '營運中心的三年方向', '江欣儀', 40],
    ],
  },
] as const

/** Twenty complaints about one product, as hotline and stores passed them on. */
export const voicesTold = {
  account: 'daanFoods',
  product: '蜂蜜腰果隨手包',
  days: 21,
  words: ['封口撕不開，要用剪刀', '撕開時整包裂到底，撒了一地', '老人家打不開', '開口毛邊刮手', '撕口位置看不清楚'],
  stores: ['南港店', '松山店', '永和店', '中和店'],
  count: 20,
  need: '隨手包封口要讓長輩也撕得開',
} as const

/** What consumers said since then, which nobody has grouped yet. */
export const laterVoicesTold = {
  account: 'daanFoods',
  product: '薄鹽醬油 500 ml',
  days: 4,
  said: [
    ['hotline', '南港店', '瓶蓋倒完會滴，整個瓶身黏黏的'],
    ['store', '永和店', '瓶口會漏，放冰箱門邊滴了一格'],
    ['hotline', '松山店', '倒出來太快，沒辦法只倒一點點'],
    ['hotline', '中和店', '想要小瓶裝，一個人用不完'],
    ['store', '南港店', '標籤泡水就糊掉，看不到有效日期'],
    ['hotline', '永和店', '瓶蓋內圈掉出來，倒的時候跟著出來'],
  ],
} as const
