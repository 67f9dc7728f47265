import type { Story } from '../story'

export const wuchuanColdchain: Story = {
  key: 'wuchuanColdchain',
  owner: 'kevin',
  account: {
    kind: 'partner',
    name: '霧川冷鏈股份有限公司',
    englishName: 'Wuchuan Cold Chain Inc.',
    businessNumber: '00115604',
    tier: 'B',
    status: 'active',
    segment: '低溫運輸',
    industry: '物流',
    region: '北區',
    city: '新北市',
    phone: '02-5550-1280',
    website: 'https://www.wuchuan.example',
    paymentNote: '合作案各自開票，運費月結 45 天',
    note: '承攬我們禮盒的低溫配送，並與我們合作開發可重複使用保溫箱。',
  },
  domain: 'wuchuan.example',
  addresses: `
    office | 248 | 新北市 | 五股區五工六路 888 號 4 樓 | 4F., No. 888, Wugong 6th Rd., Wugu Dist., New Taipei
  `,
  team: `
    mei | 車趟協調 | fullTime | 430 | -
    howard | 專案督導 | fullTime | 200 | -
  `,
  notes: `
    culture | observed | 他們用 km 與溫度偏差說話，任何事故先給曲線圖再解釋 | 四次檢討會
    meeting | asked | 司機會議在每月第一個週三晚上，合作案也在那天提 | 符哲安
  `,
  people: `
    符哲安 | Andy Fu | 副理 | 營運副理 | 營運部 | decides 4 supports | zh-TW meeting | 02-5550-1280 分機 301、0900-000-241 | andy.fu | andyfu.wc | 名片交換 430
    成佩蓉 | - | 小姐 | 業務專員 | 業務部 | influences 3 supports | zh-TW line | 02-5550-1280 分機 205、0900-000-242 | peijung.cheng | peijung.wc | 電子郵件告知 425
    應俊彥 | - | 主任 | 車隊主任 | 車隊 | uses 3 neutral | nan call | 0900-000-243 | fleet.ying | - | 電話告知 410
    喬安妮 | Annie Chiao | 小姐 | 品質稽核專員 | 品保 | guards 3 neutral | en mail | 02-5550-1280 分機 410 | annie.chiao | - | 電子郵件告知 380
  `,
  keyContacts: `
    decisionMaker | 符哲安 | 95, meeting, 五股辦公室確認合作案由他決定
    window | 成佩蓉 | 62, line, 窗口確認
    logistics | 應俊彥
  `,
  quietDays: 18,
  contacts: `
    430 | visit | 符哲安 | 五股看保溫箱測試間，2–8 度維持 46 小時，比我們以為的久 | 合作備忘錄草稿 +8
    417 | mail | 成佩蓉 | 備忘錄改兩條，車趟異常通報要在 30 分鐘內
    405 | call | 應俊彥 | 車隊主任要知道箱體重量，空箱 4.8 公斤，滿載 23 公斤
    391 | visit | 符哲安、應俊彥 | 裝車模擬，兩層交錯多放 18 箱，但要加綁帶
    378 | mail？ | 喬安妮 | 寄保溫箱材質證明，請她排稽核
    363 | mail | 喬安妮 | 稽核通過，附一項觀察：耳扣容易斷，要耐摔 1.2 公尺
    348 | visit | 符哲安 | 耳扣換尼龍，摔十次沒斷，當場試給他看
    332 | call | 成佩蓉 | 第一批租用 240 箱，每箱每日 NT$9，損壞照價 380 元
    318 | meeting | 符哲安、應俊彥 | 開跑會，三條路線，先從臺北到桃園 | 路線分配表 +4 @mei | with=mei
    304 | call | 應俊彥 | 第一週遺失 2 箱，是店家當成一般箱丟掉，要換顏色
    290 | visit | 成佩蓉 | 換成橘色並噴編號，掃碼率 96%
    277 | mail | 符哲安 | 月報：240 箱周轉 3.2 次、溫度偏差 0.6%，超出約定 0.4% | 溫度偏差檢討 +5
    263 | meeting | 符哲安、喬安妮 | 偏差原因是卸貨超過 12 分鐘，改成先卸冷箱，偏差降到 0.3%
    249 | call | 應俊彥 | 山區道路坍方，兩條路線停駛，箱子留在土城，租金暫停計一天
    235 | mail | 成佩蓉 | 運費結算 {千元:68-92}，她把停駛日扣掉了 #對帳
    221 | visit | 符哲安 | 談共同申請循環包裝標章，費用各半
    213 | other！ | 符哲安 | 冷鏈協會年會同桌，他介紹兩家超市的物流主管給我們，約下個月各拜訪一次 | 約兩家超市物流主管 +14
    208 | line | 成佩蓉 | 標章送件編號下來，她傳收據照片
    196 | meeting | 符哲安 | 擴到中南部要再買 400 箱，他希望我們先出 240 箱成本 | 成本分攤試算 +7 | with=howard
    183 | mail | 符哲安 | 分攤談成各半，押金 30 萬元退還條件寫清楚
    170 | visit | 應俊彥 | 中部線試跑，卸貨站樓梯太高，箱子要加下滑輪
    157 | call | 應俊彥 | 加滑輪後單箱重 5.3 公斤，司機說手痛減少
    144 | mail？ | 喬安妮 | 滑輪材質證明補件，請她更新稽核紀錄
    131 | meeting | 符哲安、應俊彥 | 半年檢討：遺失 0.7%、溫控 0.28%，符副理說可以談第二年
    118 | call | 成佩蓉 | 第二年租金每箱每日 NT$8.5，她要求加盟店也適用
    104 | visit | 符哲安 | 實地看退箱清洗，清水換成溫水後殘臭少很多
    95 | meeting | 符哲安 | 確認合作案由他決定，第二年條件簽回 | 第二年合約歸檔 +2 | plan=7
    84 | mail | 成佩蓉 | 運費 {千元:74-98}，兩箱賠償 760 元已扣 #對帳
    62 | line | 成佩蓉 | 窗口不變，她附上車趟異常窗口的新電話
    55 | visit | 應俊彥、符哲安 | 現場看旺季臨時車排班，預留 4 車，我們先給量
    42 | call | 應俊彥 | 司機反映編號掉漆，噴漆改雷射刻
    30 | mail | 喬安妮 | 循環標章通過，她寄電子證書，可以印在箱體
    =18 | line | 成佩蓉 | 旺季臨時車先排 4 車，她問要不要換早班；我們下週回覆 | 回覆臨時車早班需求 +9 未
  `,
  seasons: `
    年節-48 | meeting | 符哲安、應俊彥 | 年節冷箱調度會：臨時箱 160 個，24 小時輪班，超時每箱加 40 元 #年節檔期 | - | with=mei
    年節+11 | mail | 成佩蓉 | 年節結算：臨時箱遺失 1 個，溫度偏差 0.5%，賠償 380 元
    中秋-22 | visit | 應俊彥、成佩蓉 | 中秋禮盒冷車排到第三週，週六加兩趟，司機便當算我們的
  `,
  routine: `
    8 | mail | 成佩蓉 | {上月}月運費 {千元:61-88}、租金 {千元:42-58}，箱體賠償 {n:0-3} 個 #對帳
    17 | call | 應俊彥 | 月中在外箱數 {n:38-86}，超過三天沒回來的 {n:0-6} 個，他會催店家
  `,
  plans: `
    +4 15:00 | meeting | 符哲安、應俊彥 | 旺季冷車排班與超時計價 | 6 | with=mei
  `,
}
