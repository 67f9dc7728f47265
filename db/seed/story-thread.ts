import type { NegotiationTold } from './story-negotiations'

/** What this year's contract of 大安食品 writes down: three points, of which one was not kept in the end. */
export const lastYearTold: NegotiationTold = {
  account: 'daanFoods',
  direction: 'sell',
  kind: 'annualTerms',
  title: '大安食品本年度供貨條件',
  purpose: '以年度獎勵換得全年採購量，並把準時足量交付率寫進合約。',
  objective: '年度獎勵 2 % 以內，換得全年 12,000 箱；付款不超過 60 天。',
  value: '11400000',
  opened: 440,
  deadline: 395,
  issues: `
    annualRebate | 年度獎勵 | numeric | % |
    - | 準時足量交付率 | numeric | % |
    paymentDays | 付款天數 | numeric | 天 |
  `,
  stakes: `
    1 | 1.5 | 2 | 40 | 3 | 1.5 | 40 | medium | 前一年給 1.2 %
    92 | 93 | 96 | 30 | 98 | 94 | 35 | high | 土城倉全年實績 94 %
    45 | 50 | 60 | 30 | 75 | 55 | 25 | medium | 羅協理提過集團目標
  `,
  inputs: `
    mei | 436 | 5 | 交付率保證 95 %，土城倉的班次排得出來嗎？ | 433 | support | 旺季加一班即可，平日沒有問題。 | adopted | 以 95 % 為準。
  `,
  led: {
    conduct: {
      language: 'zh-TW',
      setting: 'theirOffice',
      venue: '大安食品內湖總部三樓',
      etiquette: '先談全年的量，再談獎勵。',
    },
    counterparts: `
      羅美琪 | decides | 羅協理
    `,
    interests: `
      us | 全年的量先講定 | 業務會議
      them | 門市不缺貨 | 羅協理
    `,
    alternatives: `
      us | 把產能轉給烘焙通路 | 接得到:0.6:50、接不到:0.4:20 | 5 | medium | 兩家已詢價 | 請業務主管約見
      them | 改向兩家供應商分散採購 | 可行:0.5:45、不可行:0.5:15 | - | low | 黃課長閒聊
    `,
    evidence: `
      market | 通路年度獎勵行情 | 同規模通路約 1.5 % 至 2 % | 三家同業公開資料 | 依年採購量分級。
    `,
    mandate: { asked: 430, approved: 428, valid: 5, reason: '依前一年實績訂定' },
    offers: `
      424 | them | meeting | 3, 98, 75 | - | -
      422 | us | meeting | 1, 93, 50 | - | -
      414 | us | meeting | 2, 95, 60 | 全年 12,000 箱以上 | -
      408 | them | call | 2, 95, 60 | 全年 12,000 箱以上 | -
    `,
    trades: ['3:1, 4:2'],
  },
  ended: {
    deal: {
      offer: 4,
      on: 402,
      risk: '獎勵在我方底線上；交付率對方滿意，關係穩定。',
      consented: 400,
    },
    debrief: {
      on: 398,
      techniques: ['evidence', 'bargaining', 'confirming'],
      worked: '先把全年的量講定，獎勵才有名目。',
      failed: '第一輪太早提到付款天數。',
      lesson: '獎勵要和對方做得到、量得到的事綁在一起。',
      reuse: '大安明年度交易條件',
    },
  },
}
