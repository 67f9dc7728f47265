import { describe, expect, it } from 'vitest'
import { checked, csv, imported, liveCount, ran, upload } from '@/tests/modules/imports/scene'
import { newcomer } from '@/tests/people'

const full = process.env.ACCORD_BARS === 'full'
const total = full ? 10_000 : 1_000

const header = [
  'customer_id',
  'company_name',
  'tax',
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

const rowOf = (index: number) => [
  `C${index}`,
  `第${index}號食品股份有限公司`,
  '',
  `${family[index % family.length]}${given[index % given.length]}${given[(index * 7) % given.length]}`,
  '採購經理',
  `中正路${(index % 300) + 1}號`,
  cities[index % cities.length] ?? '',
  `02-2${String(1_000_000 + index).slice(-7)}`,
  `buyer${index}@example.com`,
  `09${String(10_000_000 + index).slice(-8)}`,
  `來自舊系統，第 ${index} 筆`,
]

describe('a large file', () => {
  it('comes in with dry run, comparison and history, in good time', async () => {
    const manager = await newcomer('manager')
    const content = csv([header, ...Array.from({ length: total }, (_, index) => rowOf(index))])
    const batchId = await upload(manager, 'customers.csv', content)
    const began = performance.now()
    expect(await checked(manager, batchId)).toEqual({ new: total })
    const tried = performance.now()
    expect(await ran(manager, batchId)).toEqual({ new: total })
    const ended = performance.now()
    const seconds = { dryRun: (tried - began) / 1000, run: (ended - tried) / 1000 }
    console.info(`import of ${total} rows: dry run ${seconds.dryRun.toFixed(1)} s, run ${seconds.run.toFixed(1)} s`)
    if (full) expect(seconds.dryRun + seconds.run).toBeLessThan(20)
    expect([await liveCount(manager, 'accounts'), await liveCount(manager, 'people')]).toEqual([total, total])
    const again = await imported(manager, 'customers.csv', content)
    console.info(`the same again: ${((performance.now() - ended) / 1000).toFixed(1)} s`)
    expect(again.done).toEqual({ same: total })
  })
})
