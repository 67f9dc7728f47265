import type { Story } from '../story'

export const tuoxiPrecision: Story = {
  key: 'tuoxiPrecision',
  owner: 'howard',
  account: {
    kind: 'customer',
    name: '拓晞精密工業股份有限公司',
    englishName: 'Tuoxi Precision Industrial Co., Ltd.',
    businessNumber: '00093204',
    tier: 'B',
    status: 'active',
    segment: '連接器',
    industry: '電子',
    region: '北區',
    city: '新北市',
    phone: '02-5550-1260',
    website: 'https://www.tuoxi.example',
    paymentNote: '月結 75 天，電匯；保密案另開專案單',
    note: '新世代連接器案簽有保密協定，資料只給專案成員看。載帶與上帶為主。',
    restricted: true,
  },
  domain: 'tuoxi.example',
  addresses: `
    plant | 236 | 新北市 | 土城區中央路四段 899 號 3 樓 | 3F., No. 899, Sec. 4, Zhongyang Rd., Tucheng Dist., New Taipei
  `,
  team: `
    kevin | 專案執行 | fullTime | 470 | -
    ben | 品質窗口 | fullTime | 470 | -
    tim | 現場盤點（短期） | contractor | 260 | 170
  `,
  notes: `
    meeting | asked | 會議室不能帶手機與筆電，紙本編號發放、離開時收回 | 鄧家豪副總
    culture | observed | 報價一律密封紙本，電子郵件只寫「已寄出」 | 保密協定第 6 條
    other | told | 產線有越南籍組長，作業說明要有越南文版 | 卓佩君
  `,
  people: `
    鄧家豪 | Howard Teng | 副總 | 業務暨採購副總 | 管理處 | decides 5 supports | zh-TW meeting | 02-5550-1260 分機 801、0900-000-221 | jh.teng | - | 保密協定附件告知 470
    卓佩君 | Peggy Cho | 副理 | 採購副理 | 採購課 | buys 4 neutral | zh-TW call | 02-5550-1260 分機 211、0900-000-222 | peggy.cho | peggycho.tx | 保密協定附件告知 470 | 鄧家豪
    阮氏芳 | Nguyen Thi Phuong | 組長 | 包裝線組長 | 製造課 | uses 3 supports | vi visit | 02-5550-1260 分機 530 | phuong.nguyen | - | 現場口頭告知 402
    康力行 | - | 經理 | 研發經理 | 研發部 | influences 4 neutral | zh-TW mail | 02-5550-1260 分機 610 | lh.kang | - | 名片交換 428 | 鄧家豪
    紀淑貞 | - | 小姐 | 應付會計 | 財務課 | guards 2 neutral | zh-TW mail | 02-5550-1260 分機 320 | ap.chi | - | 電子郵件告知 390
  `,
  keyContacts: `
    decisionMaker | 鄧家豪 | 132, meeting, 保密會議室確認，專案單價由他個人核
    window | 卓佩君 | 74, call, 電話確認；紙本報價一律親送給她
    logistics | 阮氏芳
  `,
  quietDays: 12,
  contacts: `
    470 | meeting | 鄧家豪、卓佩君 | 簽保密協定，專案代號 T7，副總說只有五個人知道，連倉庫都先不講 | 保密協定影本歸檔 +1 | with=kevin plan=10
    458 | visit | 卓佩君 | 親送紙本報價，12 mm 載帶 NT$680／捲，她封口簽名當場收走 | - | by=kevin
    445 | call | 卓佩君 | 她說價差在 4% 內都可以談，但導程要 10 天以內 | - | by=kevin
    428 | visit | 康力行 | 研發看載帶口袋深度，少 0.05 mm，蓋上會頂到端子 | 口袋深度改 0.05 +6 @ben | by=kevin
    416 | visit | 阮氏芳、康力行 | 上線試跑 3 捲，剝離力 0.42 N，組長說比以前好撕但偶爾會帶起零件 | - | by=kevin
    402 | visit | 阮氏芳 | 調整剝離力到 0.36 N，連跑兩小時零漏件；作業說明附越南文版 | - | by=kevin
    390 | mail | 紀淑貞 | 廠商建檔完成，專案單要分開開發票，備註欄寫代號 #對帳 | - | by=kevin
    377 | call | 卓佩君 | 首單 60 捲，送貨要用無印字外箱 | - | by=kevin
    360 | meeting | 鄧家豪、康力行 | 專案進度會：良率卡在端子變形，載帶先維持現規；副總說對手也在找同樣料 | 保密樣品清點 +3
    343 | visit | 康力行 | 端子改版，口袋改橢圓，首件 10 個樣當天試 | - | by=kevin
    330 | mail？ | 康力行 | 橢圓口袋圖面已寄出，紙本另送 | - | by=kevin
    318 | call | 康力行 | 圖面簽了，改版後載帶單價加 NT$22，他說要回去跟副總講 | - | by=kevin
    303 | meeting | 鄧家豪、卓佩君 | 單價加 22 談成 18，條件是半年內不再調；卓副理要求加上不良賠償上限 #報價 | 賠償條款改寫 +4 | plan=6
    289 | visit | 卓佩君 | 親送修改條款，她把賠償上限從 50 萬改 30 萬就簽了 | - | by=kevin
    272 | visit | 阮氏芳 | 新版上線，漏件 0.02%，組長請我們把膠捲芯標上方向箭頭 | - | by=kevin
    255 | call | 卓佩君 | 盤點時少 2 捲，是樣品沒登帳，她要我們下次用專案樣品單 | - | by=kevin
    238 | visit | 阮氏芳、卓佩君 | 陪外包盤點兩天，載帶剩 118 捲，口袋變形 1 捲隔離 | - | by=kevin with=tim
    221 | mail | 紀淑貞 | 對帳差 1 筆專案單 NT$40,800，她把代號打錯，已更正 #對帳 | - | by=kevin
    204 | meeting | 鄧家豪 | 副總透露 T7 半年後進量產，月用量會到 900 捲，要我們先想備援 | 備援產線提案 +9
    188 | call | 卓佩君 | 備援線落點她不接受境外，我們改提臺中廠 | - | by=kevin
    172 | meeting | 鄧家豪、康力行 | 備援線技術會，三道工序有兩道可重現，剩雷射切口要送樣 | - | with=kevin,ben
    159 | mail | 康力行 | 雷射切口樣品 5 捲，量測偏差 0.006 mm，他寫「可以接受」四個字 | - | by=kevin
    148 | visit | 魏聖恩、卓佩君 | 魏聖恩到拓晞當品質課長，熟面孔，他第一句話是「你們的 8D 我都看過」 | 提供品質履歷 +5 @ben | by=kevin
    132 | meeting | 鄧家豪 | 副總當面確認專案單價由他核、不下放；也要我們繼續只派 Kevin | - | with=kevin plan=8
    116 | mail | 魏聖恩 | 首次品質月會紀錄，三項開放缺失由我方改善，交期寫到日 | - | by=kevin
    101 | visit | 魏聖恩、阮氏芳 | 缺失改善現場複查，捲芯箭頭缺 3 捲，罰款 3,000 元他說按條款來 #品質 | 罰款入帳與改善照片 +4 @wendy | by=kevin
    88 | call | 卓佩君 | 量產前 600 捲備料，她怕缺料，希望先放到臺中備援倉 | - | by=kevin
    74 | call | 卓佩君 | 確認窗口不變，紙本報價還是她收，之後要開兩個專案代號 | - | by=kevin
    60 | meeting | 鄧家豪、魏聖恩 | 量產啟動會，良率目標 99.6%，載帶漏件要 0.01% 內才談獎勵 | 漏件週報 +7 @ben | with=kevin
    47 | visit | 阮氏芳 | 量產首週 220 捲，漏件 0.012%，組長說右側導輪有拖痕 | 導輪換修 +3 @ben | by=kevin
    36 | mail | 魏聖恩 | 第二週漏件 0.009%，達標；他提醒週報格式要一致 | - | by=kevin
    24 | visit | 卓佩君、魏聖恩 | 量產月結，第一次真的超過 800 捲，卓副理要求 2.5% 年終獎勵 | 年終獎勵試算 +21 未
    12 | call | 鄧家豪 | 副總說第二專案 T9 要開，下週進保密會議室談，資料只帶紙本 | 備妥 T9 紙本資料與名單 +16
  `,
  seasons: `
    年節-40 | meeting | 鄧家豪 | 年節前備料 900 捲，量產案不能斷，副總要我們把封存時間延到三個月 | - | with=kevin
    年節+17 | visit | 阮氏芳、卓佩君 | 開工看線，組長換新，越南文說明要重貼 20 份 | - | by=kevin
    元旦-30 | meeting | 鄧家豪、卓佩君 | 年度專案條件：單價不動、獎勵改成漏件率連三月低於 0.01% #年度合約
  `,
  routine: `
    11 | mail | 紀淑貞 | {上月}月專案對帳 {千元:480-620}，{n:1-3} 張備註漏代號，今天補 #對帳 | - | by=kevin
    27 | call | 卓佩君 | {下月}月備料 {n:34-66} 捲，她要 {+3} 前寫在週報裡 | - | by=kevin
  `,
  plans: `
    +4 09:30 | meeting | 鄧家豪、魏聖恩 | T9 專案啟動，保密會議室 | 9 | with=kevin,ben
  `,
}
