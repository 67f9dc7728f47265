import type { SealKind } from '@/lib/modules/agreements/model-seals'
import type { AgreementTold } from './story-agreements'

/** How far the signing came: one of two signed by link, all signed with a certificate, or the original is out to be sealed. */
export type SignedTold = AgreementTold & {
  theirTitle: string
  theirPerson: string
  signing: 'halfSigned' | 'certified' | 'originalOut'
  seals?: readonly SealKind[]
}

export const agreementsSigned: readonly SignedTold[] = [
  {
    client: 'maiyuBakery',
    direction: 'sell',
    kind: 'supply',
    title: '門市包材供應合約',
    paper: 'ours',
    theirName: '麥嶼烘焙股份有限公司',
    theirRepresentative: '沈柏毅',
    theirPerson: '沈柏毅',
    theirTitle: '執行長',
    yearlyValue: '2400000',
    valueBasis: '去年門市用量',
    from: -12,
    months: 12,
    noticeCount: 60,
    venue: '臺灣臺中地方法院',
    clauses: [
      { heading: '供應品項與單價', body: '紙袋、蛋糕盒及貼紙之規格與單價如附件。', aspect: 'price' },
      { heading: '打樣', body: '新規格先交實體樣品三份，經書面確認後量產。', aspect: 'quality' },
      { heading: '付款', body: '月結六十日，以電匯給付。', aspect: 'credit' },
    ],
    signing: 'halfSigned',
  },
  {
    client: 'shunluLogistics',
    direction: 'sell',
    kind: 'service',
    title: '纏膜機租賃與保養合約',
    paper: 'ours',
    theirName: '順陸物流股份有限公司',
    theirRepresentative: '曹立群',
    theirPerson: '曹立群',
    theirTitle: '營運副總經理',
    yearlyValue: '312000',
    valueBasis: '月租二萬六千元',
    from: 12,
    months: 24,
    noticeCount: 60,
    clauses: [
      { heading: '租金', body: '每月新臺幣貳萬陸仟元整（未稅），含定期保養。', aspect: 'price' },
      { heading: '保養', body: '每季到場保養一次；故障於次一工作日到場。', aspect: 'quality' },
    ],
    signing: 'certified',
  },
  {
    client: 'jinyaoTextile',
    direction: 'sell',
    kind: 'annualTerms',
    title: '紙管與捲布袋年度合約',
    paper: 'ours',
    theirName: '錦曜紡織股份有限公司',
    theirRepresentative: '施錦堂',
    theirPerson: '施錦堂',
    theirTitle: '董事長',
    yearlyValue: '3000000',
    valueBasis: '近十二個月銷售紀錄',
    from: -30,
    months: 12,
    noticeCount: 90,
    clauses: [
      { heading: '單價', body: '紙管每支新臺幣六元二角，全年不調整。', aspect: 'price' },
      { heading: '交貨', body: '和美、福興兩廠，下單後五個工作日送達。', aspect: 'supply' },
    ],
    signing: 'originalOut',
    seals: ['company', 'representative'],
  },
]
