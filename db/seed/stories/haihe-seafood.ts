import type { Story } from '../story'

export const haiheSeafood: Story = {
  key: 'haiheSeafood',
  owner: 'yvonne',
  account: {
    kind: 'customer',
    name: '海禾水產股份有限公司',
    englishName: 'Haihe Seafood Co., Ltd.',
    businessNumber: '00084102',
    tier: 'C',
    status: 'active',
    segment: '冷凍加工',
    industry: '食品',
    region: '高屏區',
    city: '高雄市',
    phone: '07-555-0150',
    website: 'https://www.haihe-seafood.example',
    paymentNote: '貨到 30 天，電匯；旺季要求現金折扣 2%',
    note: '真空袋與保冷箱為主，漁況好時臨時單多。',
  },
  domain: 'haihe-seafood.example',
  addresses: `
    plant | 806 | 高雄市 | 前鎮區漁港南二路 388 號 | No. 388, Yugang S. 2nd Rd., Qianzhen Dist., Kaohsiung
    delivery | 928 | 屏東縣 | 東港鎮豐漁街 599 號（港邊理貨場） | No. 599, Fengyu St., Donggang Township, Pingtung
  `,
  team: `
    kevin | 南部現場支援 | fullTime | 365 | -
  `,
  notes: `
    culture | observed | 看天氣講話：颱風前三天不要談事情，也不要進港 | 現場觀察
    meeting | asked | 凌晨兩點到七點在港邊，電話請下午打 | 蔣惠雯
  `,
  people: `
    顏永順 | - | 董事長 | 負責人 | 董事長室 | decides 5 neutral | nan visit | 07-555-0150、0900-000-201 | boss.yen | - | 名片交換 480
    蔣惠雯 | Helen Chiang | 小姐 | 廠務經理 | 加工廠 | buys 4 supports | nan call | 07-555-0150 分機 12、0900-000-202 | helen.chiang | helen.haihe | 電話告知 470 | 顏永順
    呂信宏 | - | 組長 | 冷凍倉組長 | 冷凍倉 | uses 2 neutral | nan call | 0900-000-203 | lu.freezer | - | 現場口頭告知 415 | 蔣惠雯
  `,
  keyContacts: `
    decisionMaker | 顏永順 | 250, visit, 前鎮廠當面確認
    window | 蔣惠雯 | 110, call, 電話確認窗口不變
  `,
  quietDays: 62,
  contacts: `
    480 | visit | 顏永順、蔣惠雯 | 前鎮廠第一次拜訪，真空袋破袋率 2%，顏董說結冰刺破多，要 90 μm
    462 | call | 蔣惠雯 | 90 μm 真空袋 18×26 報 NT$1.62，她嫌貴，先試 75 μm 加共擠層 | 75 μm 樣品 500 個 +6
    445 | visit | 蔣惠雯、呂信宏 | 樣品冷凍 72 小時破 3 個，可接受，首單 4 萬個 | - | by=kevin
    428 | line | 蔣惠雯 | 港邊現場破袋 60 個，照片是魚鰭刺破；先補 500 個 #品質
    415 | visit | 呂信宏 | 冷凍倉找原因，裝袋前沒把尖鰭剪掉，改流程後一天破 4 個 | - | by=kevin
    396 | mail | 蔣惠雯 | 保冷箱 24L 報 NT$118，她要 300 個試，內袋另計
    374 | call | 蔣惠雯 | 保冷箱保溫 34 小時，比現用多 6 小時，她說可以談長約
    352 | visit | 顏永順 | 顏董泡老人茶，談到他兒子想做電商，紙箱要印卡通魚
    330 | call | 蔣惠雯 | 漁況差，真空袋訂單減半，她請我們不要扣保證金 | 訂單減量的確認信 +4
    308 | mail？ | 顏永順 | 寄電商紙箱三款打樣圖
    290 | line | 蔣惠雯 | 卡通魚那款先印 1,000 個箱
    268 | visit | 蔣惠雯 | 電商箱上線，她給我們看退貨：五箱有壓壞，箱高要加 1 公分
    250 | visit | 顏永順、蔣惠雯 | 前鎮廠確認決策還是顏董本人，他說小單蔣小姐可以直接簽
    228 | call | 蔣惠雯 | 真空袋急單 2 萬個，隔天早上東港要，安排從臺中調貨
    205 | visit | 呂信宏 | 到東港理貨場送樣，呂組長要求袋口加防滑紋，濕手好抓 | 防滑袋樣 +8 | by=kevin
    181 | mail | 蔣惠雯 | 防滑袋每個加 0.06，她同意先用三個月
    158 | call | 蔣惠雯 | 應付款延 9 天，說船東晚付，答應月底補 #付款條件
    140 | line | 蔣惠雯 | 貨款補齊 NT$76,200，她道歉並要下次給兩天緩衝
    110 | call | 蔣惠雯 | 確認窗口沒變，她提到新加坡客戶要 HACCP 包材證明 | 提供包材證明 +6 @ben
    88 | visit | 顏永順 | 到前鎮送包材證明，顏董說外銷線要分開料號，避免混用
    62 | call | 蔣惠雯 | 外銷線料號開好了，首單 8,000 個，她要我們注意袋口印字不能掉
  `,
  seasons: `
    中秋-24 | call | 蔣惠雯 | 中秋烤肉檔，真空袋 6 萬個要在兩週內，她願意付現折 2% #中秋
    年節-38 | visit | 顏永順、蔣惠雯 | 年菜要用鋁箔碗一起出，我們沒有，介紹配合廠；真空袋 9 萬個先下
    年節+20 | call | 蔣惠雯 | 年後開工晚一週，冷凍倉除霜，袋子先放臺中
    端午-22 | line | 蔣惠雯 | 粽子宅配要保冷箱 800 個，她把箱標改成我們印
  `,
  routine: '',
  plans: '',
}
