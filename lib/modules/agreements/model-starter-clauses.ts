import type { StarterClause } from './model-library'

/**
 * What a library begins with on the business side: goods, prices, payment, rebates, fees, delivery, quality, promotion.
 * As on the head of every paper, Party A (甲方) buys and Party B (乙方) sells, whichever of them we are.
 */
export const businessClauses: readonly StarterClause[] = [
  {
    code: 'supply',
    heading: '供應品項與價格',
    englishHeading: 'Goods and prices',
    standard:
      '{{sellerName}}（下稱乙方）依本協議供應商品予{{buyerName}}（下稱甲方）。品項、規格與單價以雙方確認之報價單為準，單價均未含營業稅。',
    englishStandard:
      '{{sellerName}} (Party B) supplies goods to {{buyerName}} (Party A) under this agreement. Items, specifications and unit prices are those of the quotation that both confirmed; prices are before business tax.',
    fallback:
      '{{sellerName}}（下稱乙方）依本協議供應商品予{{buyerName}}（下稱甲方）。品項、規格與單價以雙方確認之報價單為準，單價均未含營業稅，並於本協議期間維持不變。',
    englishFallback:
      '{{sellerName}} (Party B) supplies goods to {{buyerName}} (Party A) under this agreement. Items, specifications and unit prices are those of the quotation that both confirmed; prices are before business tax and stay unchanged while this agreement runs.',
    walkAway: '最惠價格條款，或由對方單方面決定價格。',
    plain: '賣什麼、賣多少錢，看雙方確認的報價單；價格都還沒加營業稅。',
    englishPlain: 'What is sold and at which price stands in the confirmed quotation; tax comes on top.',
    aspect: 'price',
    tags: ['price'],
  },
  {
    code: 'price-change',
    heading: '調價通知',
    englishHeading: 'Notice of price changes',
    standard: '單價調整應於生效前 {{term.priceNotice}}以書面通知甲方，並以通知所載日期後之訂單適用之。',
    englishStandard:
      'Party B gives written notice of a change of price {{term.priceNotice}} before it takes effect; it applies to orders placed after the day named in the notice.',
    fallback: '單價調整應經雙方書面同意；原料價格指數變動逾百分之五時，任一方得要求於三十日內議定。',
    englishFallback:
      'A price changes by written consent of both sides; when the index of raw materials moves by more than five percent, either side may ask for talks that end within thirty days.',
    walkAway: '全年不得調價且無指數連動。',
    plain: '要漲價得先提早書面通知，通知日以後的訂單才用新價。',
    englishPlain: 'Prices rise only after notice in writing, and only for later orders.',
    aspect: 'price',
    tags: ['price'],
  },
  {
    code: 'payment',
    heading: '付款條件',
    englishHeading: 'Payment',
    standard: '付款期間：{{term.paymentDays}}。甲方應以匯款支付貨款；逾期者，自到期翌日起按年息百分之五計付遲延利息。',
    englishStandard:
      'Party A pays by bank transfer: {{term.paymentDays}}. Late payment bears interest at five percent a year from the day after it fell due.',
    fallback:
      '付款期間：{{term.paymentDays}}。甲方應以匯款或不逾三十日之票據支付貨款；逾期者，自到期翌日起按年息百分之五計付遲延利息。',
    englishFallback:
      'Party A pays by bank transfer or by a cheque of no more than thirty days: {{term.paymentDays}}. Late payment bears interest at five percent a year from the day after it fell due.',
    walkAway: '付款期間超過九十日，或得逕自貨款扣抵未經確認之款項。',
    plain: '約定的日子要付款；晚付要加年息 5% 的利息。',
    englishPlain: 'Pay when agreed; late money costs five percent a year.',
    aspect: 'credit',
    tags: ['payment'],
  },
  {
    code: 'credit-limit',
    heading: '信用額度',
    englishHeading: 'Credit limit',
    standard: '乙方給予甲方信用額度{{term.creditLimit}}。未付款項逾額度者，乙方得暫停出貨至低於額度為止。',
    englishStandard:
      'Party A’s credit limit is {{term.creditLimit}}. While unpaid amounts exceed it Party B may hold deliveries back.',
    fallback: '乙方給予甲方信用額度{{term.creditLimit}}。未付款項逾額度百分之十者，乙方得於通知三日後暫停出貨。',
    englishFallback:
      'Party A’s credit limit is {{term.creditLimit}}. While unpaid amounts exceed it by ten percent Party B may hold deliveries back after three days’ notice.',
    walkAway: null,
    plain: '欠款超過額度時，賣方可以先不出貨。',
    englishPlain: 'Beyond the limit the seller may wait with the next delivery.',
    aspect: 'credit',
    tags: ['creditLimit'],
  },
  {
    code: 'rebate',
    heading: '年度獎勵',
    englishHeading: 'Annual rebate',
    standard:
      '甲方全年依約付款且達成約定採購額者，乙方給付進貨淨額{{term.annualRebate}}之年度獎勵，於次年第一季以折讓方式結算。',
    englishStandard:
      'When Party A has paid as agreed all year and reached the agreed purchases, Party B grants a rebate of {{term.annualRebate}} of net purchases, settled by credit note in the first quarter of the next year.',
    fallback: '乙方給付進貨淨額{{term.annualRebate}}之年度獎勵，按季預估、年終結算，以折讓方式辦理。',
    englishFallback:
      'Party B grants a rebate of {{term.annualRebate}} of net purchases, estimated every quarter, settled at the end of the year by credit note.',
    walkAway: '無條件獎勵，或得逕自貨款扣抵。',
    plain: '做到約定的採購額、也準時付款，隔年第一季才給獎勵。',
    englishPlain: 'The rebate is earned by volume and by paying in time, and comes after the year.',
    aspect: 'price',
    tags: ['rebate'],
  },
  {
    code: 'fees',
    heading: '附加費用',
    englishHeading: 'Additional fees',
    standard:
      '附加費用以附件所列項目為限，各項應載明用途、計算方式與執行證明；未經雙方事前書面同意之費用，乙方不負給付之責。',
    englishStandard:
      'Additional fees are those of the annex alone, each with its purpose, its basis and the proof of what was done. Party B owes no fee to which both did not consent in writing beforehand.',
    fallback: '附加費用以附件所列項目為限；臨時性活動費用得以雙方承辦人電子郵件確認，每季合計不逾進貨淨額百分之一。',
    englishFallback:
      'Additional fees are those of the annex; fees for occasional activities may be confirmed by e-mail between those in charge, up to one percent of net purchases in a quarter.',
    walkAway: '無明確用途之費用，或與對方服務無直接關聯之費用。',
    plain: '附件沒寫、事前沒同意的費用，一律不付。',
    englishPlain: 'No fee that is not written down before.',
    aspect: 'marketing',
    tags: ['fee', 'promotion'],
  },
  {
    code: 'delivery',
    heading: '交貨與驗收',
    englishHeading: 'Delivery and acceptance',
    standard:
      '乙方於收受訂單後{{term.leadTime}}內送達甲方指定倉庫。甲方應於收貨三個工作日內完成驗收，逾期視為驗收合格；危險於交付時移轉。',
    englishStandard:
      'Party B delivers to the warehouse that Party A names within {{term.leadTime}} of the order. Party A accepts within three working days of receipt; after that the goods count as accepted. Risk passes on delivery.',
    fallback:
      '乙方於收受訂單後{{term.leadTime}}內送達甲方指定倉庫。甲方應於收貨七個工作日內完成驗收，逾期視為驗收合格；危險於交付時移轉。',
    englishFallback:
      'Party B delivers to the warehouse that Party A names within {{term.leadTime}} of the order. Party A accepts within seven working days of receipt; after that the goods count as accepted. Risk passes on delivery.',
    walkAway: '驗收期間超過十五日，或危險於轉售後才移轉。',
    plain: '多久要送到、買方幾天內要驗完貨。',
    englishPlain: 'How fast the seller delivers, and by when the buyer checks.',
    aspect: 'supply',
    tags: ['delivery'],
  },
  {
    code: 'shortage',
    heading: '缺貨與遲交',
    englishHeading: 'Shortage and delay',
    standard:
      '可歸責於乙方之缺貨或遲交，甲方得請求該筆訂單缺交金額{{term.shortagePenalty}}之違約金，每月合計以該月進貨淨額百分之一為上限。',
    englishStandard:
      'For a shortage or delay that Party B is to blame for, Party A may claim {{term.shortagePenalty}} of the amount that was missing in that order, up to one percent of the net purchases of the month.',
    fallback:
      '可歸責於乙方之缺貨或遲交，甲方得請求該筆訂單缺交金額{{term.shortagePenalty}}之違約金，每月合計以該月進貨淨額百分之三為上限。',
    englishFallback:
      'For a shortage or delay that Party B is to blame for, Party A may claim {{term.shortagePenalty}} of the amount that was missing in that order, up to three percent of the net purchases of the month.',
    walkAway: '無上限之罰款，或不問原因之罰款。',
    plain: '缺貨要罰，但有上限，也要是賣方的責任才罰。',
    englishPlain: 'Penalties are capped and need the seller’s fault.',
    aspect: 'supply',
    tags: ['penalty', 'delivery'],
  },
  {
    code: 'returns',
    heading: '退貨',
    englishHeading: 'Returns',
    standard: '除瑕疵品外，商品售出概不退換。瑕疵品應於驗收後十日內通知乙方，經確認後以換貨或折讓處理。',
    englishStandard:
      'Goods are not taken back unless they are defective. Party A tells Party B of defects within ten days of acceptance; once confirmed, Party B replaces the goods or grants a credit.',
    fallback: '瑕疵品及經雙方同意之滯銷品得退貨；滯銷品退貨每季不逾該季進貨淨額百分之二，運費由甲方負擔。',
    englishFallback:
      'Defective goods, and unsold goods by consent of both, may be returned; unsold goods up to two percent of the net purchases of the quarter, freight at Party A’s cost.',
    walkAway: '無條件全數退貨。',
    plain: '只有瑕疵品可以退；滯銷品原則上不收。',
    englishPlain: 'Only defective goods come back.',
    aspect: 'quality',
    tags: ['returns'],
  },
  {
    code: 'quality',
    heading: '品質與客訴',
    englishHeading: 'Quality and complaints',
    standard:
      '乙方擔保商品符合中華民國法令及雙方約定規格。任一方接獲可能影響商品安全之客訴，應於二十四小時內通知他方；需回收時，雙方依主管機關規定共同辦理。',
    englishStandard:
      'Party B warrants that the goods comply with the law of Taiwan and the agreed specification. Whoever learns of a complaint that may concern safety tells the other within twenty-four hours; a recall is done together as the authority requires.',
    fallback:
      '乙方擔保商品符合中華民國法令及雙方約定規格，並於每季提供檢驗報告。任一方接獲可能影響商品安全之客訴，應於二十四小時內通知他方；因可歸責乙方之回收費用由乙方負擔。',
    englishFallback:
      'Party B warrants that the goods comply with the law of Taiwan and the agreed specification, and provides a test report every quarter. Whoever learns of a complaint that may concern safety tells the other within twenty-four hours; Party B bears the cost of a recall that it is to blame for.',
    walkAway: null,
    plain: '商品要合規；有安全疑慮的客訴，一天內互相通知。',
    englishPlain: 'Goods are lawful; safety complaints are shared within a day.',
    aspect: 'quality',
    tags: ['quality'],
  },
  {
    code: 'promotion',
    heading: '宣傳與陳列',
    englishHeading: 'Promotion and display',
    standard:
      '甲方依附件所列檔期提供陳列與宣傳，並於檔期結束後七日內提供照片或銷售紀錄作為執行證明；未提供者，該檔費用不予給付。',
    englishStandard:
      'Party A provides display and promotion in the periods of the annex, and photographs or sales records as proof within seven days of their end. Without proof that period is not paid for.',
    fallback: '甲方依附件所列檔期提供陳列與宣傳，並於檔期結束後三十日內提供執行證明；未提供者，該檔費用減半給付。',
    englishFallback:
      'Party A provides display and promotion in the periods of the annex, and proof within thirty days of their end. Without proof half of it is paid for.',
    walkAway: '預付全額且無執行證明。',
    plain: '有做、有證明，才付陳列與宣傳的錢。',
    englishPlain: 'Paid when done and proven.',
    aspect: 'marketing',
    tags: ['promotion', 'brand'],
  },
]
