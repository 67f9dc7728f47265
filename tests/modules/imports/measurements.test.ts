import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { measureMany } from '@/lib/modules/kpis/commands-intake'
import { list } from '@/lib/modules/kpis/list'
import { newcomer, owner, person } from '@/tests/people'
import { inForce, onTime } from '../kpis/scene'
import { done as doneAt, noon, refusalOf } from '../terms/scene'
import { batchOf, checked, csv, ran, undone, upload } from './scene'

const header = ['協議編號', '指標代碼', '期別', '分子', '分母', '實際值']
const code = 'AG-2025-0001'
const valuesOf = async (kpiId: string) =>
  (await owner()`select period, value::float8 as value, revision, reason from kpi_measurements
    where kpi_id = ${kpiId} and current order by from_day`) as unknown as {
    period: string
    value: number
    revision: number
  }[]

describe('a file of KPI values', () => {
  it('is read as people write it, every row accounted for, and the same again changes nothing', async () => {
    const { keeper, kpiId } = await inForce([{ ...onTime, startsOn: '2026-01-01' }])
    const file = csv([
      header,
      [code, 'otif', '2026-01', '1,900', '２０００', ''],
      ['ａｇ-2025-0001', 'OTIF', '115年2月', '', '', '９６．５％'],
      [code, 'OTIF', '2026年3月', '', '', ''],
      [code, 'OTIF', '2026/04', '', '', 'NaN'],
      [code, 'OTIF', '2026-Q2', '', '', '95'],
      [code, 'OTIF', '2024-01', '', '', '95'],
      [code, 'OTIF', '2026-05', '', '', '95'],
      [code, 'OTIF', '2026-05', '', '', '94'],
      [code, 'OTIF', '2026-06', '', '', '95'],
      [code, 'OTIF', '2026-06', '', '', '95.0'],
      [code, 'XYZ', '2026-06', '', '', '95'],
      ['AG-1999-0001', 'OTIF', '2026-06', '', '', '95'],
      [code, 'OTIF', '2026-07', '1', '0', ''],
    ])
    const id = await upload(keeper, 'KPI.csv', file)
    expect((await batchOf(keeper, id)).subject).toBe('measurements')
    expect(await checked(keeper, id)).toEqual({ new: 3, same: 1, refused: 9 })
    const reasons = (await owner()`select number, reason->>'code' as code from import_rows where batch_id = ${id}
      and outcome = 'refused' order by number`) as unknown as { number: number; code: string }[]
    expect(reasons.map(({ number, code: why }) => `${number} ${why.replace('measure_', '')}`)).toEqual([
      '4 valueMissing',
      '5 notANumber',
      '6 otherFrequency',
      '7 periodOutsideAgreement',
      '8 ambiguousDuplicate',
      '9 ambiguousDuplicate',
      '12 kpiUnknown',
      '13 agreementUnknown',
      '14 denominatorZero',
    ])
    await ran(keeper, id)
    expect(await valuesOf(kpiId)).toMatchObject([
      { period: '2026-01', value: 95, revision: 1 },
      { period: '2026-02', value: 96.5 },
      { period: '2026-06', value: 95 },
    ])
    expect(await checked(keeper, await upload(keeper, '再來.csv', file))).toEqual({ same: 4, refused: 9 })
  })

  it('restates what is there with the older value kept, and is taken back as a whole', async () => {
    const { keeper, kpiId } = await inForce()
    const brought = async (value: string, name: string) => {
      const id = await upload(keeper, name, csv([header, [code, 'OTIF', '2026-10', '', '', value]]))
      expect(await checked(keeper, id)).toEqual(name === '一.csv' ? { new: 1 } : { update: 1 })
      await ran(keeper, id)
      return id
    }
    await brought('85', '一.csv')
    const second = await brought('96', '二.csv')
    expect(await valuesOf(kpiId)).toMatchObject([{ value: 96, revision: 2 }])
    expect((await ask(list, keeper, {})).rows).toMatchObject([{ status: 'green', actual: '96' }])
    await undone(keeper, second)
    expect(await valuesOf(kpiId)).toMatchObject([{ value: 85, revision: 1 }])
    expect((await ask(list, keeper, {})).rows).toMatchObject([{ status: 'red', actual: '85' }])
  })
})

describe('another system', () => {
  const now = noon('2026-12-01')
  const row = (period: string, value: string | number, more: object = {}) => ({
    agreement: code,
    kpi: 'OTIF',
    period,
    value,
    ...more,
  })

  it('sends values and is told of every row; the same again changes nothing', async () => {
    const { keeper, kpiId } = await inForce()
    const rows = [row('2026-10', 95.5), row('2026-11', '84%'), row('2026-11-31', '90'), row('2026-09', '')]
    const first = await doneAt(measureMany, keeper, { rows }, now)
    expect(first).toMatchObject({ created: 2, revised: 0, unchanged: 0, rejected: 2 })
    expect(first.rows.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
      'created',
      'created',
      'notAPeriod',
      'valueMissing',
    ])
    expect(first.rows[2]?.sentence).toContain('期別')
    expect(await valuesOf(kpiId)).toHaveLength(2)
    expect(await doneAt(measureMany, keeper, { rows }, now)).toMatchObject({ created: 0, unchanged: 2, rejected: 2 })
    const again = await doneAt(measureMany, keeper, { rows: [row('2026-11', '97')] }, now)
    expect(again).toMatchObject({ revised: 1 })
    expect(await valuesOf(kpiId)).toMatchObject([{}, { value: 97, revision: 2, reason: 'API' }])
  })

  it('restates closed periods only by a manager, and reaches no agreement that its member may not', async () => {
    const { keeper, colleague, workspace } = await inForce()
    const lead = await person('manager', workspace)
    await doneAt(measureMany, keeper, { rows: [row('2026-01', '96')] }, now)
    const restated = { rows: [row('2026-01', '97')] }
    expect(await doneAt(measureMany, keeper, restated, now)).toMatchObject({
      rejected: 1,
      rows: [{ reason: 'periodClosed' }],
    })
    expect(await doneAt(measureMany, lead, restated, now)).toMatchObject({ revised: 1 })
    expect(await doneAt(measureMany, colleague, restated, now)).toMatchObject({ rows: [{ reason: 'notYours' }] })
    const stranger = await newcomer('manager')
    expect(await doneAt(measureMany, stranger, restated, now)).toMatchObject({ rows: [{ reason: 'agreementUnknown' }] })
    const many = Array.from({ length: 1001 }, () => row('2026-01', '1'))
    expect(await refusalOf(measureMany, keeper, { rows: many }, now)).toBe('invalid')
  })
})
