import { expect, it } from 'vitest'
import { digestOf } from '@/lib/kernel/canonical'
import { perform } from '@/lib/kernel/perform'
import { acceptOccurrence, submitOccurrence } from '@/lib/modules/agreements/commands-occurrences'
import { measureMany } from '@/lib/modules/kpis/commands-intake'
import { owner } from '@/tests/people'
import { firstDay, monthly, owed } from '../agreements/obligations-scene'
import { done, noon } from '../terms/scene'
import { inForce } from './scene'

const crowd = process.env.ACCORD_BARS === 'full' ? 200 : 20
const now = noon('2026-02-10')

it('measurements that another system sends many times at once with one key are kept once, and every answer is the first', async () => {
  const { keeper, lead, agreementId, kpiId } = await inForce()
  const [agreement] = await owner()<{ code: string }[]>`select code from agreements where id = ${agreementId}`
  const rows = (value: string) => [{ agreement: agreement?.code, kpi: 'OTIF', period: '2026-01', value }]
  const post = (value: string, actor = keeper) =>
    perform(measureMany, actor, { rows: rows(value) }, { now, key: 'values-1' })
  const answers = await Promise.all(Array.from({ length: crowd }, () => post('95')))
  expect(new Set(answers.map((answer) => digestOf(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ ok: true, value: { created: 1, rejected: 0 } })
  const counted = () => owner()`select (select count(*)::int from kpi_measurements where kpi_id = ${kpiId}) as values,
    (select count(*)::int from kpi_imports where workspace_id = ${keeper.workspaceId}) as calls`
  expect(await counted()).toEqual([{ values: 1, calls: 1 }])
  expect(await post('96')).toMatchObject({ ok: false, refusal: { code: 'idempotencyMismatch' } })
  expect(await post('95', lead)).toMatchObject({ ok: true, value: { created: 0, unchanged: 1 } })
  expect(await counted()).toEqual([{ values: 1, calls: 2 }])
})

it('what was handed in is accepted once, whoever accepts it at the same moment', async () => {
  const { keeper, lead, manager, agreementId } = await inForce()
  await owed(keeper, agreementId, monthly(keeper.id), now)
  const { id: occurrenceId } = await firstDay(keeper, agreementId, now)
  await done(submitOccurrence, keeper, { occurrenceId, note: '已寄出' }, now)
  const tries = Array.from({ length: crowd }, (_, n) =>
    perform(acceptOccurrence, n % 2 === 0 ? lead : manager, { occurrenceId }, { now }),
  )
  expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1)
})
