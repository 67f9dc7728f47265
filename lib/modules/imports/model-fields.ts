import type { AccountKind } from '@/lib/modules/accounts/model'
import type { Subject } from './model'

/** How the cells of a field are read. */
export type FieldKind =
  | 'id'
  | 'text'
  | 'email'
  | 'phone'
  | 'link'
  | 'businessNumber'
  | 'accountKind'
  | 'accountStatus'
  | 'tier'
  | 'roles'
  | 'employment'
  | 'channel'
  | 'day'
  | 'moment'
  | 'time'
  | 'flag'
  | 'names'
  | 'number'
  | 'percent'
  | 'ratio'
  | 'currency'
  | 'taxMode'
  | 'productStatus'
  | 'reference'

/** A field of our own that a column may fill; `most` is its longest value in characters. */
export type Field = { name: string; kind: FieldKind; most: number; required?: boolean }

const field = (name: string, most: number, kind: FieldKind = 'text', required = false): Field => ({
  name,
  kind,
  most,
  ...(required ? { required } : {}),
})

const accountFields: readonly Field[] = [
  field('externalId', 120),
  field('id', 36, 'id'),
  field('name', 200, 'text', true),
  field('englishName', 200),
  field('businessNumber', 40, 'businessNumber'),
  field('kind', 40, 'accountKind'),
  field('tier', 8, 'tier'),
  field('status', 40, 'accountStatus'),
  field('owner', 120, 'reference'),
  field('parent', 200, 'reference'),
  field('industry', 80),
  field('segment', 80),
  field('country', 80),
  field('region', 80),
  field('city', 80),
  field('postalCode', 20),
  field('address', 300),
  field('englishAddress', 300),
  field('phone', 60, 'phone'),
  field('fax', 60, 'phone'),
  field('website', 500, 'link'),
  field('paymentNote', 500),
  field('note', 4000),
  field('contactName', 120),
  field('contactFamilyName', 60),
  field('contactGivenName', 60),
  field('contactEnglishName', 120),
  field('contactHonorific', 30),
  field('contactTitle', 120),
  field('contactDepartment', 120),
  field('contactMobile', 200, 'phone'),
  field('contactPhone', 200, 'phone'),
  field('contactFax', 200, 'phone'),
  field('contactEmail', 200),
  field('contactLine', 200),
  field('contactNote', 4000),
]

const memberFields: readonly Field[] = [
  field('externalId', 120),
  field('name', 100),
  field('familyName', 50),
  field('givenName', 50),
  field('englishName', 100),
  field('email', 254, 'email'),
  field('title', 100),
  field('phone', 50, 'phone'),
  field('roles', 200, 'roles'),
  field('reportsTo', 120, 'reference'),
  field('employment', 40, 'employment'),
  field('employedFrom', 40, 'day'),
  field('employedTo', 40, 'day'),
]

const interactionFields: readonly Field[] = [
  field('externalId', 120),
  field('account', 200, 'reference', true),
  field('day', 60, 'moment', true),
  field('time', 40, 'time'),
  field('channel', 40, 'channel'),
  field('summary', 4000, 'text', true),
  field('author', 120, 'reference'),
  field('people', 1000, 'names'),
  field('twoWay', 40, 'flag'),
  field('topics', 1000, 'names'),
]

const productFields: readonly Field[] = [
  field('code', 60, 'text', true),
  field('name', 200, 'text', true),
  field('englishName', 200),
  field('category', 80),
  field('brand', 80),
  field('specification', 200),
  field('baseUnit', 20),
  field('status', 40, 'productStatus'),
  field('discontinued', 40, 'flag'),
  field('note', 2000),
]

const moneyFields: readonly Field[] = [field('currency', 20, 'currency'), field('taxMode', 20, 'taxMode')]

const orderFields: readonly Field[] = [
  field('number', 60, 'text', true),
  field('account', 200, 'reference', true),
  field('day', 60, 'day', true),
  field('requiredOn', 60, 'day'),
  field('shippedOn', 60, 'day'),
  field('freight', 40, 'number'),
  ...moneyFields,
]

const saleFields: readonly Field[] = [
  field('number', 60, 'text', true),
  field('lineKey', 60),
  field('product', 200, 'reference', true),
  field('quantity', 40, 'number', true),
  field('unit', 20),
  field('unitPrice', 40, 'number', true),
  field('discountPct', 40, 'percent'),
  field('discountRatio', 40, 'ratio'),
  field('listPrice', 40, 'number'),
  field('netAmount', 40, 'number'),
  field('account', 200, 'reference'),
  field('day', 60, 'day'),
  ...moneyFields,
]

const receivableFields: readonly Field[] = [
  field('invoiceNumber', 60, 'text', true),
  field('account', 200, 'reference', true),
  field('invoiceDay', 60, 'day', true),
  field('dueDay', 60, 'day', true),
  field('amount', 40, 'number', true),
  field('openAmount', 40, 'number'),
  field('currency', 20, 'currency'),
  field('chequeNumber', 60),
  field('chequeDueDay', 60, 'day'),
  field('chequeCashedDay', 60, 'day'),
  field('asOf', 60, 'day'),
]

const voiceFields: readonly Field[] = [
  field('day', 60, 'day', true),
  field('product', 200, 'text', true),
  field('retailer', 200, 'reference'),
  field('words', 4000, 'text', true),
  field('route', 40),
]

const measurementFields: readonly Field[] = [
  field('agreement', 60, 'text', true),
  field('kpi', 60, 'text', true),
  field('party', 20),
  field('period', 40, 'text', true),
  field('value', 100),
  field('numerator', 100),
  field('denominator', 100),
  field('note', 1000),
]

/** What a file about a subject may say, in the order in which it is offered. */
export const fieldsOf: Readonly<Record<Subject, readonly Field[]>> = {
  accounts: accountFields,
  members: memberFields,
  interactions: interactionFields,
  products: productFields,
  orders: orderFields,
  sales: saleFields,
  receivables: receivableFields,
  voices: voiceFields,
  measurements: measurementFields,
}

export const fieldNamed = (subject: Subject, name: string | null): Field | undefined =>
  fieldsOf[subject].find((each) => each.name === name)

/** Columns of a file without header are called by their letters. */
export const letterOf = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26)

/** What the accounts of a file can be where its rows do not say it. */
export const kindChoices: readonly AccountKind[] = ['customer', 'supplier', 'partner']
