import { csv } from '@/tests/modules/imports/scene'

const header = [
  'customer_id',
  'company_name',
  'contact_name',
  'contact_title',
  'address',
  'city',
  'phone',
  'email',
  'mobile',
  'note',
]
const family = '王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅'
const given = '怡君志明淑芬俊傑雅婷家豪美玲建宏佩珊冠宇'
const cities = ['臺北市', '新北市', '桃園市', '臺中市', '臺南市', '高雄市']
const letter = (letters: string, index: number) => letters[index % letters.length] ?? ''

type Wanted = { rows: number; note?: string; refusedEvery?: number }

/** A file of customers with their people, in Chinese; one row of `refusedEvery` lacks number and name. */
export const aCustomerFile = ({ rows, note = '來自舊系統', refusedEvery = Number.POSITIVE_INFINITY }: Wanted): Buffer =>
  csv([
    header,
    ...Array.from({ length: rows }, (_, index) => [
      ...(index % refusedEvery === refusedEvery - 1 ? ['', ''] : [`C${index}`, `第${index}號食品股份有限公司`]),
      letter(family, index) + letter(given, index) + letter(given, index * 7),
      '採購經理',
      `中正路${(index % 300) + 1}號`,
      cities[index % cities.length] ?? '',
      `02-2${String(1_000_000 + index).slice(-7)}`,
      `buyer${index}@example.com`,
      `09${String(10_000_000 + index).slice(-8)}`,
      `${note}，第 ${index} 筆`,
    ]),
  ])
