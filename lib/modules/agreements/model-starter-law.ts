import type { StarterClause } from './model-library'

/** What a library begins with on the side of the law: secrets, data, liability, rights, term, law and court. */
export const lawClauses: readonly StarterClause[] = [
  {
    code: 'confidentiality',
    heading: '保密',
    englishHeading: 'Confidentiality',
    standard:
      '雙方對因本協議知悉之價格、成本、配方及未公開資訊負保密義務，非經他方書面同意不得揭露；本義務於本協議終止後三年內仍有效力。',
    englishStandard:
      'Both sides keep secret the prices, costs, recipes and unpublished information they learn through this agreement, and disclose nothing without the other’s written consent. This duty lasts three years beyond the agreement.',
    fallback:
      '雙方對因本協議知悉之價格、成本、配方及未公開資訊負保密義務，非經他方書面同意不得揭露；本義務於本協議終止後五年內仍有效力。',
    englishFallback:
      'Both sides keep secret the prices, costs, recipes and unpublished information they learn through this agreement, and disclose nothing without the other’s written consent. This duty lasts five years beyond the agreement.',
    walkAway: '僅我方單方負保密義務。',
    plain: '彼此的價格、成本和配方都不能說出去，結束後還要再守三年。',
    englishPlain: 'Keep each other’s secrets, and three years on.',
    aspect: 'legal',
    tags: ['confidentiality'],
  },
  {
    code: 'personal-data',
    heading: '個人資料',
    englishHeading: 'Personal data',
    standard:
      '雙方僅於履行本協議之必要範圍內處理他方人員及消費者之個人資料，採取適當安全措施，並於本協議終止後三個月內刪除或返還；發生外洩應於二十四小時內通知他方。',
    englishStandard:
      'Both sides process personal data of the other’s people and of consumers only as far as this agreement needs it, protect it suitably, and delete or return it within three months of the end. A leak is told to the other side within twenty-four hours.',
    fallback: null,
    englishFallback: null,
    walkAway: '要求提供超出履約必要之消費者個資。',
    plain: '個資只為履約使用，結束三個月內刪掉，外洩要一天內講。',
    englishPlain: 'Personal data for this purpose only, deleted after three months.',
    aspect: 'data',
    tags: ['personalData'],
  },
  {
    code: 'data-exchange',
    heading: '銷售資料交換',
    englishHeading: 'Exchange of sales data',
    standard: '甲方每週提供乙方商品之各店銷售與庫存數量，格式由雙方議定；乙方僅用於供貨與需求預測。',
    englishStandard:
      'Every week Party A gives Party B sales and stock of Party B’s goods by store, in a format both agree on. Party B uses them for supply and forecasting alone.',
    fallback: '甲方每月提供乙方商品之總銷售與庫存數量，格式由雙方議定；乙方僅用於供貨與需求預測。',
    englishFallback:
      'Every month Party A gives Party B total sales and stock of Party B’s goods, in a format both agree on. Party B uses them for supply and forecasting alone.',
    walkAway: null,
    plain: '買方每週給銷售和庫存數字，賣方拿來安排供貨。',
    englishPlain: 'Weekly figures, so that the seller can supply well.',
    aspect: 'data',
    tags: ['dataExchange'],
  },
  {
    code: 'liability',
    heading: '責任範圍',
    englishHeading: 'Liability',
    standard: '除故意、重大過失或人身損害外，任一方之賠償責任以過去十二個月進貨淨額百分之十為上限，且不包含所失利益。',
    englishStandard:
      'Save for intent, gross negligence or injury to persons, the liability of either side is limited to ten percent of the net purchases of the last twelve months and does not include lost profit.',
    fallback: '除故意、重大過失或人身損害外，任一方之賠償責任以過去十二個月進貨淨額為上限，且不包含所失利益。',
    englishFallback:
      'Save for intent, gross negligence or injury to persons, the liability of either side is limited to the net purchases of the last twelve months and does not include lost profit.',
    walkAway: '無上限之賠償責任。',
    plain: '賠償有上限，也不賠少賺的錢；故意或傷到人除外。',
    englishPlain: 'Damages are capped; lost profit is not paid.',
    aspect: 'legal',
    tags: ['liability'],
  },
  {
    code: 'intellectual-property',
    heading: '商標與智慧財產權',
    englishHeading: 'Marks and intellectual property',
    standard:
      '乙方之商標、包裝與宣傳素材均屬乙方所有，甲方得於本協議期間為銷售商品之目的使用；本協議終止時應停止使用。',
    englishStandard:
      'Party B’s marks, packaging and promotional material stay its own. Party A may use them to sell the goods while this agreement runs, and stop when it ends.',
    fallback: null,
    englishFallback: null,
    walkAway: '移轉商標、配方或包裝設計之權利。',
    plain: '商標和素材是賣方的，買方只能在合約期間拿來賣這些商品。',
    englishPlain: 'The seller’s marks stay its own; the buyer may use them to sell.',
    aspect: 'legal',
    tags: ['intellectualProperty', 'brand'],
  },
  {
    code: 'term',
    heading: '期間與終止',
    englishHeading: 'Term and end',
    standard:
      '本協議自{{startsOn}}起至{{endsOn}}止，計 {{months}} 個月。不續約者，應於屆滿前 {{noticeDays}}以書面通知他方。任一方重大違約，經他方書面催告三十日仍未改善者，他方得終止本協議。',
    englishStandard:
      'This agreement runs from {{startsOn}} to {{endsOn}}, {{months}} months. Whoever does not wish to renew gives written notice {{noticeDays}} before the end. When a side is in material breach and does not mend it within thirty days of a written warning, the other may end the agreement.',
    fallback:
      '本協議自{{startsOn}}起至{{endsOn}}止，計 {{months}} 個月。不續約者，應於屆滿前 {{noticeDays}}以書面通知他方。任一方得於九十日前以書面通知終止本協議，不附理由。',
    englishFallback:
      'This agreement runs from {{startsOn}} to {{endsOn}}, {{months}} months. Whoever does not wish to renew gives written notice {{noticeDays}} before the end. Either side may end the agreement by ninety days’ written notice without giving a reason.',
    walkAway: '僅對方得任意終止。',
    plain: '合約多久、不續約要提早多久講、什麼時候可以提前結束。',
    englishPlain: 'How long it runs, and how it ends.',
    aspect: 'legal',
    tags: ['termination'],
  },
  {
    code: 'force-majeure',
    heading: '不可抗力',
    englishHeading: 'Force majeure',
    standard:
      '因天災、疫病、法令變更等不可抗力致無法履約者，應即通知他方，於事由存續期間免除責任；逾六十日者，任一方得終止本協議。',
    englishStandard:
      'Whoever cannot perform because of natural disaster, epidemic, change of law or other force majeure tells the other at once and is not liable while it lasts. After sixty days either side may end the agreement.',
    fallback: null,
    englishFallback: null,
    walkAway: null,
    plain: '遇到天災等無法控制的事，馬上通知，這段期間不算違約。',
    englishPlain: 'What nobody can help is no breach.',
    aspect: 'legal',
    tags: ['termination'],
  },
  {
    code: 'law',
    heading: '準據法與管轄',
    englishHeading: 'Law and court',
    standard: '本協議以{{governingLaw}}為準據法；因本協議涉訟時，雙方同意以{{venue}}為第一審管轄法院。',
    englishStandard:
      'This agreement is governed by {{governingLaw}}. Both sides agree on {{venue}} as the court of first instance.',
    fallback:
      '本協議以{{governingLaw}}為準據法；因本協議所生爭議，應先經雙方主管協商三十日，未能解決者以被告所在地法院管轄。',
    englishFallback:
      'This agreement is governed by {{governingLaw}}. A dispute is first talked over between managers for thirty days; if that fails, the court of the defendant’s seat decides.',
    walkAway: '外國法及外國法院。',
    plain: '用哪國的法律、吵架到哪個法院。',
    englishPlain: 'Whose law, which court.',
    aspect: 'legal',
    tags: ['governingLaw'],
  },
]
