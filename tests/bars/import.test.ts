import { afterAll, describe, expect, it } from 'vitest'
import { map, run } from '@/lib/modules/imports/commands'
import { batchOf, csv, done, liveCount, upload } from '@/tests/modules/imports/scene'
import { aWorker, endWorkers } from '@/tests/modules/imports/worker'
import { newcomer } from '@/tests/people'

const full = process.env.ACCORD_BARS === 'full'
const total = full ? 10_000 : 1_000
const mostSeconds = 20

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

const rowOf = (index: number) => [
  `C${index}`,
  `第${index}號食品股份有限公司`,
  letter(family, index) + letter(given, index) + letter(given, index * 7),
  '採購經理',
  `中正路${(index % 300) + 1}號`,
  cities[index % cities.length] ?? '',
  `02-2${String(1_000_000 + index).slice(-7)}`,
  `buyer${index}@example.com`,
  `09${String(10_000_000 + index).slice(-8)}`,
  `來自舊系統，第 ${index} 筆`,
]

afterAll(endWorkers)

describe('a large file', () => {
  it('comes in with dry run, comparison and history, in good time; the same again changes nothing', async () => {
    const manager = await newcomer('manager')
    const content = csv([header, ...Array.from({ length: total }, (_, index) => rowOf(index))])
    const worker = await aWorker()
    const seconds = async (batchId: string) => {
      const { mapping, source } = await batchOf(manager, batchId)
      const columns = mapping.columns.map((name) => name ?? '')
      const began = performance.now()
      await done(map, manager, { batchId, source, columns })
      await worker.work(manager, batchId)
      const tried = performance.now()
      await done(run, manager, { batchId })
      await worker.work(manager, batchId)
      return { dryRun: (tried - began) / 1000, run: (performance.now() - tried) / 1000 }
    }
    const first = await upload(manager, 'customers.csv', content)
    const took = await seconds(first)
    expect((await batchOf(manager, first)).counts).toEqual({ checked: { new: total }, done: { new: total } })
    expect([await liveCount(manager, 'accounts'), await liveCount(manager, 'people')]).toEqual([total, total])
    const second = await upload(manager, 'customers.csv', content)
    const again = await seconds(second)
    expect((await batchOf(manager, second)).counts.done).toEqual({ same: total })
    const said = (each: typeof took) => `dry run ${each.dryRun.toFixed(1)} s, run ${each.run.toFixed(1)} s`
    console.info(`import of ${total} rows: ${said(took)}; the same again: ${said(again)}`)
    if (full) expect(took.dryRun + took.run).toBeLessThan(mostSeconds)
  })
})
