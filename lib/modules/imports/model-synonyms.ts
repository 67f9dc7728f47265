import type { Subject } from './model'

type Words = Readonly<Record<string, string>>

/**
 * What columns are called in files, by field; words are separated by bars. Signs, spaces and case do not count, so that
 * `customer_id`, `Customer ID` and `CustomerID` are one word.
 */
const accountWords: Words = {
  externalId:
    'customer id|customer no|customer number|customer code|client id|client no|client code|account no|account number|account code|account id|supplier id|supplier no|supplier code|vendor id|vendor no|vendor code|partner id|external id|code|no|number|客戶編號|客戶代號|客戶代碼|客編|客戶碼|供應商編號|供應商代號|供應商代碼|廠商編號|廠商代號|廠商代碼|編號|代號|代碼|外部編號',
  name: 'company name|company|customer name|customer|client name|client|account name|account|supplier name|supplier|vendor name|vendor|name|organisation|organization|公司名稱|公司|客戶名稱|客戶全名|客戶|供應商名稱|供應商|廠商名稱|廠商|名稱|全名|抬頭|公司抬頭|公司全名',
  englishName: 'english name|name english|name en|company name english|英文名稱|公司英文名稱|英文名|英文全名',
  businessNumber:
    'business number|tax id|tax number|vat|vat number|vat id|ubn|unified business number|統一編號|統編|公司統編|營利事業統一編號|稅籍編號',
  kind: 'kind|account type|customer type|類別|類型|種類|身分|客戶類別|客戶類型',
  tier: 'tier|grade|level|rank|等級|級別|客戶等級|客戶級別|分級',
  status: 'status|account status|狀態|往來狀態|客戶狀態',
  owner:
    'owner|account owner|account manager|sales rep|sales representative|salesperson|sales|負責人|客戶經理|業務|業務員|業務負責人|承辦業務|負責業務',
  parent: 'parent|parent company|parent account|group|母公司|上層客戶|集團|所屬集團|總公司',
  industry: 'industry|sector|產業|產業別|行業|行業別',
  segment: 'segment|客群|區隔|市場區隔|客戶分群',
  country: 'country|國家|國別',
  region: 'region|state|province|state province|州|省|地區|區域',
  city: 'city|town|county|縣市|城市|市',
  postalCode: 'postal code|postcode|post code|zip|zip code|郵遞區號',
  address:
    'address|street|street address|address line|address line 1|address 1|地址|住址|公司地址|通訊地址|聯絡地址|營業地址',
  englishAddress: 'english address|address english|address en|英文地址',
  phone:
    'phone|telephone|tel|phone number|company phone|main phone|switchboard|電話|電話號碼|公司電話|總機|代表號|聯絡電話',
  fax: 'fax|fax number|傳真|傳真號碼',
  website: 'homepage|home page|website|web site|web|url|網站|網址|官網|公司網站',
  paymentNote: 'payment|payment terms|terms|付款條件|付款方式|結帳方式|付款說明',
  note: 'note|notes|remark|remarks|comment|comments|description|memo|備註|說明|附註|註記',
  contactName: 'contact name|contact|contact person|primary contact|聯絡人|聯絡人姓名|連絡人|窗口|聯絡窗口|姓名',
  contactFamilyName: 'contact last name|last name|surname|family name|聯絡人姓|姓',
  contactGivenName: 'contact first name|first name|given name|聯絡人名|名',
  contactEnglishName: 'contact english name|聯絡人英文名|聯絡人英文姓名',
  contactHonorific: 'salutation|honorific|title of courtesy|稱謂',
  contactTitle: 'contact title|job title|title|position|職稱|聯絡人職稱|職務|頭銜',
  contactDepartment: 'department|dept|contact department|部門|聯絡人部門|單位',
  contactMobile: 'mobile|mobile phone|cell|cell phone|cellphone|contact mobile|手機|手機號碼|行動電話|聯絡人手機',
  contactPhone: 'contact phone|direct line|contact tel|聯絡人電話|直撥|直撥電話',
  contactFax: 'contact fax|聯絡人傳真',
  contactEmail: 'email|e mail|mail|email address|contact email|電子郵件|電子信箱|信箱|聯絡人信箱|聯絡人電子郵件',
  contactLine: 'line|line id|contact line',
  contactNote: 'contact note|contact notes|聯絡人備註',
}

const memberWords: Words = {
  externalId: 'employee id|employee no|employee number|staff id|staff no|id|no|員工編號|員工代號|工號|職編|編號',
  name: 'name|full name|employee name|employee|staff name|姓名|員工姓名|中文姓名|名稱',
  familyName: 'last name|surname|family name|姓',
  givenName: 'first name|given name|名',
  englishName: 'english name|英文名|英文姓名',
  email: 'email|e mail|mail|email address|work email|電子郵件|電子信箱|信箱|公司信箱',
  title: 'title|job title|position|職稱|職務',
  phone: 'phone|home phone|telephone|tel|mobile|mobile phone|電話|手機|聯絡電話|行動電話',
  roles: 'role|roles|角色|系統角色|權限',
  reportsTo: 'reports to|manager|supervisor|boss|manager id|superior|主管|直屬主管|上級|直屬主管編號|主管編號',
  employment: 'employment|employment type|contract type|雇用型態|僱用型態|任用類型',
  employedFrom: 'hire date|hired|hired on|start date|employed from|到職日|到職日期|任職日期|入職日',
  employedTo: 'end date|leave date|employed to|離職日|離職日期',
}

const interactionWords: Words = {
  externalId: 'log id|activity id|interaction id|call id|visit id|external id|紀錄編號|記錄編號|編號|單號',
  account:
    'account|account name|company|company name|customer|customer name|customer id|customer code|client|client name|supplier|客戶|客戶名稱|公司|公司名稱|客戶編號|客戶代號|供應商|廠商',
  day: 'date|day|date time|datetime|activity date|contact date|visit date|call date|happened at|occurred at|when|日期|聯繫日期|聯絡日期|拜訪日期|通話日期|日期時間|發生日期',
  time: 'time|時間|時刻|聯繫時間|拜訪時間',
  channel: 'channel|type|activity type|contact type|method|方式|聯繫方式|聯絡方式|管道|類型|活動類型',
  summary:
    'summary|note|notes|subject|description|content|body|details|comment|comments|內容|摘要|紀錄|記錄|聯繫內容|拜訪內容|備註|說明|事由|重點',
  author:
    'author|owner|user|salesperson|sales rep|sales|rep|logged by|created by|employee|employee id|作者|記錄人|紀錄人|業務|業務員|承辦人|拜訪人員|同仁|負責人',
  people:
    'contact|contacts|contact name|contact person|person|people|participants|attendees|聯絡人|對象|參與者|與會者|受訪者|窗口',
  twoWay: 'two way|twoway|answered|replied|雙向|對方已回|有回覆|已回覆',
  topics: 'topic|topics|tag|tags|主題|標籤|議題',
}

const productWords: Words = {
  code: 'product id|product code|product no|product number|item no|item code|item id|sku|code|品號|產品編號|產品代號|產品代碼|商品編號|商品代號|貨號|料號|品項編號',
  name: 'product name|product|item name|item|name|description|品名|產品名稱|商品名稱|產品|商品|名稱',
  englishName: 'english name|name en|product name english|英文品名|英文名稱',
  category: 'category|category name|product category|分類|類別|產品分類|商品分類|品類',
  brand: 'brand|品牌|廠牌',
  specification: 'quantity per unit|specification|spec|packing|pack size|規格|包裝|包裝規格',
  baseUnit: 'unit|base unit|uom|unit of measure|單位|基本單位|計量單位',
  status: 'status|state|狀態|銷售狀態',
  discontinued: 'discontinued|停售|停產|是否停售',
  note: 'note|notes|remark|remarks|備註|說明',
}

const orderWords: Words = {
  number:
    'order id|order no|order number|document no|document number|invoice no|單號|訂單編號|訂單號碼|銷貨單號|出貨單號|憑證號碼',
  account:
    'customer id|customer|customer name|customer code|customer no|account|account name|client|client id|客戶|客戶名稱|客戶編號|客戶代號',
  day: 'order date|date|document date|invoice date|sales date|訂單日期|日期|單據日期|銷貨日期|出貨日期',
  requiredOn: 'required date|requested date|requested delivery date|需求日期|要求日期|希望到貨日',
  shippedOn: 'shipped date|ship date|delivery date|實際出貨日|出貨日|發貨日期',
  freight: 'freight|shipping|shipping cost|運費',
  currency: 'currency|幣別|幣種',
  taxMode: 'tax|tax mode|稅別|含稅別',
}

const saleWords: Words = {
  number:
    'order id|order no|order number|document no|document number|invoice no|單號|訂單編號|訂單號碼|銷貨單號|出貨單號',
  lineKey: 'line no|line number|line|line id|item line|項次|行號|序號|明細編號',
  product:
    'product id|product code|product no|item no|item code|sku|product|product name|品號|產品編號|貨號|料號|商品編號|品名|產品',
  quantity: 'quantity|qty|數量|銷售數量|出貨數量',
  unit: 'unit|uom|單位',
  unitPrice: 'unit price|price|單價|售價|成交價',
  discountPct: 'discount pct|discount percent|discount rate|折扣百分比|折扣％|折扣率',
  discountRatio: 'discount|discount ratio|折扣|折數',
  listPrice: 'list price|牌價|定價',
  netAmount: 'net amount|amount|line total|subtotal|淨額|金額|小計|未稅金額',
  account: 'customer id|customer|customer name|customer code|account|client|客戶|客戶名稱|客戶編號|客戶代號',
  day: 'order date|date|document date|sales date|訂單日期|日期|銷貨日期|出貨日期',
  currency: 'currency|幣別|幣種',
  taxMode: 'tax|tax mode|稅別',
}

const receivableWords: Words = {
  invoiceNumber: 'invoice no|invoice number|invoice|document no|發票號碼|發票|單號|憑證號碼|帳款編號',
  account: 'customer id|customer|customer name|customer code|account|client|客戶|客戶名稱|客戶編號|客戶代號',
  invoiceDay: 'invoice date|date|document date|發票日|發票日期|立帳日|立帳日期|日期',
  dueDay: 'due date|due|payment due|到期日|應收日|應收日期|付款到期日|預計收款日',
  amount: 'amount|invoice amount|total|total amount|金額|發票金額|應收金額|帳款金額',
  openAmount: 'open amount|balance|outstanding|open|未收金額|餘額|未收|未沖金額|應收餘額',
  currency: 'currency|幣別|幣種',
  chequeNumber: 'cheque no|check no|cheque number|check number|票據號碼|支票號碼|票號',
  chequeDueDay: 'cheque due|cheque date|check date|cheque due date|票據到期日|票期|支票到期日|到期兌現日',
  chequeCashedDay: 'cheque cashed|cashed on|cashed date|check cleared|兌現日|兌現日期|票據兌現日',
  asOf: 'as of|snapshot date|截至日|截止日|基準日|資料日期',
}

const voiceWords: Words = {
  day: 'complaint date|received on|received date|date|客訴日期|反映日期|受理日期|日期|來電日期',
  product: 'product|product name|item|產品|產品名稱|商品|商品名稱|品名',
  retailer: 'retailer|store|shop|branch|outlet|門市|店名|通路|零售商|門市名稱|購買通路|購買地點',
  words: 'complaint|complaint text|feedback|voice|what was said|客訴內容|反映內容|意見|意見內容|消費者意見|內容',
  route: 'route|source|received by|channel|來源|受理管道|管道|反映管道',
}

const measurementWords: Words = {
  agreement:
    'agreement|agreement no|agreement number|agreement code|contract|contract no|contract number|協議|協議編號|合約|合約編號|合約號碼',
  kpi: 'kpi|kpi code|indicator|indicator code|metric|指標|指標代碼|kpi代碼|kpi代號|績效指標',
  party: 'party|responsible|whose|責任方|責任歸屬',
  period: 'period|month|quarter|year|reporting period|期間|期別|月份|季別|年月|年度',
  value: 'value|actual|actual value|result|measurement|實際|實際值|數值|實績|達成值',
  numerator: 'numerator|分子',
  denominator: 'denominator|分母',
  note: 'note|notes|remark|comment|備註|說明',
}

export const wordsOf: Readonly<Record<Subject, Words>> = {
  accounts: accountWords,
  members: memberWords,
  interactions: interactionWords,
  products: productWords,
  orders: orderWords,
  sales: saleWords,
  receivables: receivableWords,
  voices: voiceWords,
  measurements: measurementWords,
}

/** Columns that give away what a file is about. */
export const tellTales: Readonly<Record<Subject, string>> = {
  accounts:
    'customer id|customer code|supplier id|vendor id|company name|contact name|contact title|business number|tax id|統一編號|統編|公司名稱|客戶名稱|供應商名稱|廠商名稱|客戶編號|供應商編號|聯絡人|postal code|homepage|郵遞區號',
  members:
    'employee id|employee no|staff id|reports to|hire date|hired on|supervisor|title of courtesy|員工編號|工號|直屬主管|到職日|到職日期|員工姓名',
  interactions:
    'activity date|contact date|visit date|call date|activity type|summary|interaction id|activity id|log id|participants|聯繫日期|拜訪日期|聯繫方式|聯繫內容|拜訪內容|摘要|內容|紀錄|channel|日期|date|author|作者|記錄人',
  products:
    'product id|product name|product code|quantity per unit|discontinued|reorder level|units in stock|sku|品號|品名|規格|產品名稱|商品名稱|貨號',
  orders: 'order id|order date|required date|shipped date|freight|ship via|ship name|訂單編號|訂單日期|運費|銷貨單號',
  sales: 'order id|product id|quantity|unit price|discount|line no|單號|品號|數量|單價|折扣|銷貨單號|項次',
  receivables:
    'due date|open amount|outstanding|balance|cheque no|cheque due|到期日|未收金額|應收餘額|票據號碼|票據到期日|發票號碼|未沖金額',
  voices:
    'complaint|complaint date|complaint text|retailer|consumer|hotline|客訴內容|客訴日期|反映內容|反映日期|消費者意見|門市|購買通路|受理管道|意見內容',
  measurements:
    'kpi|kpi code|indicator|period|reporting period|numerator|denominator|actual|agreement no|agreement code|指標|指標代碼|kpi代碼|期別|分子|分母|實際值|協議編號|合約編號',
}

/** Columns that say that the accounts of a file are suppliers or partners. */
export const kindTales = {
  supplier:
    'supplier id|supplier name|supplier|supplier code|vendor id|vendor|vendor name|vendor code|供應商編號|供應商名稱|供應商|供應商代號|廠商|廠商名稱|廠商編號|廠商代號',
  partner: 'partner id|partner name|partner|合作夥伴|夥伴名稱',
} as const

/** Columns that say what our products cost and how low we go: kept with their row, shown to those who see margins. */
export const confidentialWords =
  'cost|unit cost|standard cost|product cost|purchase price|buying price|cogs|margin|gross margin|profit|floor|floor price|成本|單位成本|標準成本|產品成本|進價|進貨價|進貨成本|毛利|毛利率|利潤|底價|最低售價'

/** Words that cells use for our choices, by choice. */
export const choiceWords = {
  accountKind: {
    customer: 'customer|client|buyer|客戶|顧客|買方',
    supplier: 'supplier|vendor|供應商|廠商|賣方',
    partner: 'partner|合作夥伴|夥伴|協力夥伴',
  },
  accountStatus: {
    prospect: 'prospect|lead|潛在|潛在客戶|開發中',
    active: 'active|current|往來中|有效|使用中|正常|啟用',
    dormant: 'dormant|inactive|paused|停滯|靜止|休眠|未往來',
    ended: 'ended|closed|former|lost|已結束|結束往來|終止|停止往來',
  },
  employment: {
    fullTime: 'full time|permanent|全職|正職|專職',
    partTime: 'part time|兼職|工讀|部分工時',
    temporary: 'temporary|temp|臨時|約聘|定期',
    contractor: 'contractor|contract|freelance|外包|承攬|派遣',
  },
  roles: {
    accountManager: 'account manager|accountmanager|sales|salesperson|客戶經理|業務|業務員',
    salesAssistant: 'sales assistant|assistant|業務助理|助理',
    salesLead: 'sales lead|team lead|lead|業務主管|主管|組長',
    manager: 'manager|director|協議績效主管|經理|主任',
    administrator: 'administrator|admin|系統管理員|管理員',
    auditor: 'auditor|稽核|稽核人員',
  },
  productStatus: {
    active: 'active|sold|在售|銷售中|有效|正常',
    discontinued: 'discontinued|inactive|停售|停產|下架|失效',
  },
  taxMode: {
    exclusive: 'exclusive|excluding tax|net|untaxed|未稅|稅外|外加',
    inclusive: 'inclusive|including tax|gross|含稅|稅內|內含',
  },
  channel: {
    call: 'call|phone|phone call|telephone|tel|電話|通話|致電|電訪',
    visit: 'visit|site visit|拜訪|來訪|參訪|登門',
    meeting: 'meeting|video|video call|online meeting|會議|開會|面談|視訊|視訊會議|會談',
    mail: 'mail|email|e mail|letter|電子郵件|郵件|信件|來信|去信',
    line: 'line|賴',
    meal: 'meal|lunch|dinner|餐敘|聚餐|吃飯|用餐|午餐|晚餐',
    storeCheck: 'store check|store visit|巡店|訪店|巡點',
    other: 'other|note|others|其他|其它|備註',
  },
  flag: {
    yes: 'yes|y|true|1|two way|both|是|有|雙向|已回|已回覆|v|o',
    no: 'no|n|false|0|one way|否|無|沒有|單向|未回|未回覆|x',
  },
} as const
export type Choice = keyof typeof choiceWords
