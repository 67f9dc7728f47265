import type { Story } from '../story'

export const zhicaiFabrics: Story = {
  key: 'zhicaiFabrics',
  owner: 'kevin',
  account: {
    kind: 'customer',
    name: '織采機能布有限公司',
    englishName: 'Zhicai Performance Fabrics Ltd.',
    businessNumber: '00104504',
    tier: 'C',
    status: 'prospect',
    segment: '機能布開發',
    industry: '紡織',
    region: '雲嘉南區',
    city: '臺南市',
    phone: '06-555-0260',
    website: 'https://www.zhicai.example',
    paymentNote: '尚未交易，談過月結 30 天',
    note: '做戶外品牌代工布，想換可分解包裝袋。目前只有小量試單。',
  },
  domain: 'zhicai.example',
  addresses: `
    office | 709 | 臺南市 | 安南區科技五路 799 號 | No. 799, Keji 5th Rd., Annan Dist., Tainan
  `,
  team: `
    sandy | 業務助理：樣品寄送 | fullTime | 400 | -
  `,
  notes: `
    culture | observed | 樣品先看觸感再談價，報價太早會被忽略 | 兩次會面
    etiquette | asked | 稱方總「方姊」即可，她不喜歡頭銜 | 本人
  `,
  people: `
    方子芸 | Chloe Fang | 總經理 | 總經理 | 總經理室 | decides 5 neutral | zh-TW line | 06-555-0260 分機 8、0900-000-231 | chloe.fang | chloefang.zc | 名片交換 420
    歐陽俊 | Jim Ouyang | 先生 | 採購專員 | 採購 | buys 3 neutral | zh-TW call | 06-555-0260 分機 21、0900-000-232 | jim.ouyang | - | 電話告知 400 | 方子芸
    曾敏慈 | Minnie Tseng | 小姐 | 品牌開發專員 | 開發部 | influences 3 supports | en mail | 06-555-0260 分機 33 | minnie.tseng | - | 展覽名片 385 | 方子芸
    凌國樑 | - | 課長 | 品保課長 | 品保課 | guards 3 opposes | zh-TW mail | 06-555-0260 分機 41 | qa.ling | - | 電子郵件告知 310
  `,
  keyContacts: `
    decisionMaker | 方子芸
    window | 歐陽俊
  `,
  quietDays: 101,
  contacts: `
    420 | other！ | 方子芸 | 臺南紡織展攤位聊十分鐘，她摸了我們的可分解袋說太脆，冬天會裂 | 換配方樣品 +10
    400 | call | 歐陽俊 | 電話約訪，他說公司還在試三家的袋子，我們排第二
    385 | mail | 曾敏慈 | Sent four film samples (35–60 μm). She prefers matte finish and asked about home-compost label.
    361 | visit | 方子芸、歐陽俊 | 到安南廠，她把袋子揉二十次聽聲音，選了 45 μm 霧面，但單價 NT$3.1 太高
    338 | call | 歐陽俊 | 目標 2.4，我們最低 2.75，差距還在
    310 | mail | 凌國樑 | 品保要求遷移試驗與 60 天儲放，費用想請我們出
    287 | visit | 方子芸 | 談小量試單 5,000 個，遷移試驗一人一半，她點頭 | 試單報價與試驗委託 +5
    264 | line | 方子芸 | 她傳品牌客戶的包裝規範，紙吊牌要能一起回收
    241 | mail？ | 凌國樑 | 寄試驗委託書與採樣方式，請他用印
    218 | visit | 歐陽俊、凌國樑 | 5,000 個進倉，凌課長抽 50 個量厚度，說霧面刮痕多
    196 | call | 凌國樑 | 60 天儲放後撕裂強度掉 6%，他給不合格，我們說照展示條件只掉 3%
    172 | visit | 方子芸 | 她自己開了三個袋子看，覺得可以再試，但要先壓價
    151 | mail | 曾敏慈 | Brand side approved the wording for packaging claim; she needs certificate copies.
    128 | call | 歐陽俊 | 他說今年預算凍結，要等下一季才有量
    101 | visit | 方子芸、歐陽俊 | 到安南看他們改版規劃，她說要等歐洲客戶下單，先幫她留 2,000 個樣品 | 保留 2,000 個樣品 +3
  `,
  seasons: `
    年節-45 | line | 方子芸 | 送年節小卡，她回「明年再麻煩你們」，說年後要開新案
    元旦+25 | call | 歐陽俊 | 新年度預算還沒下來，他請我們二月底再問一次
  `,
  routine: '',
  plans: '',
}
