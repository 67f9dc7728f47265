import { expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { digestOf } from '@/lib/kernel/canonical'
import { clientActor, clientTokenOf } from '@/lib/kernel/identity/client-link'
import { perform } from '@/lib/kernel/perform'
import { acceptOccurrence, submitOccurrence } from '@/lib/modules/agreements/commands-occurrences'
import { run } from '@/lib/modules/imports/commands'
import { measureMany } from '@/lib/modules/kpis/commands-intake'
import { hearReplies, share } from '@/lib/modules/kpis/commands-sharing'
import { answer } from '@/lib/modules/links/commands'
import { owner } from '@/tests/people'
import { firstDay, monthly, owed } from '../agreements/obligations-scene'
import { batchOf, checked, csv, now as later, upload, work } from '../imports/scene'
import { done, noon } from '../terms/scene'
import { entered, inForce } from './scene'

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

it('the client’s answer to shared values is kept once and heard once, however often it is sent or read', async () => {
  const { keeper, workspace, agreementId, kpiId } = await inForce()
  const { measurementId } = await entered(keeper, kpiId, '2026-01', '96', now)
  const shared = { agreementId, measurementIds: [measurementId], validDays: '30' }
  const { linkId = '', token = '' } = await done(share, keeper, shared, now)
  const [link] = await owner()<{ hash: string }[]>`select content_hash as hash from client_links where id = ${linkId}`
  const opened = clientTokenOf(token)
  if (!opened) throw new Error('no link')
  const client = clientActor(opened, { name: '羅美琪', locale: 'zh-TW' })
  const disputed = {
    [`m-${measurementId}`]: 'dispute',
    [`m-${measurementId}-number`]: '94.1',
    [`m-${measurementId}-source`]: '驗收紀錄',
  }
  const given = { contentHash: link?.hash, outcome: 'confirmed', answers: disputed }
  const sent = await Promise.all(Array.from({ length: crowd }, () => perform(answer, client, given, { now })))
  const [first, ...others] = sent.filter(({ ok }) => ok)
  expect(others).toEqual([])
  expect(new Set(sent.map((each) => (each.ok ? 'done' : each.refusal.code)))).toEqual(
    new Set(['done', 'links.alreadyAnswered']),
  )
  const { answerId } = first?.ok ? first.value : { answerId: '' }
  const hear = () => perform(hearReplies, workspaceActor(workspace.id), { agreementId, answerId }, { now })
  const heard = await Promise.all(Array.from({ length: crowd }, hear))
  expect(heard.filter(({ ok }) => !ok)).toEqual([])
  const [kept] = await owner()`select sharing, their_value::float8 as theirs,
    (select count(*)::int from row_changes r where r.row_id = m.id and r.after ? 'sharing' and r.before is not null) as steps,
    (select count(*)::int from client_answers a where a.link_id = ${linkId}) as answers
    from kpi_measurements m where m.id = ${measurementId}`
  expect(kept).toEqual({ sharing: 'disputed', theirs: 94.1, steps: 2, answers: 1 })
})

it('a file of values is run once, whoever starts it at the same moment and however many workers take it up', async () => {
  const { manager, keeper, agreementId, kpiId } = await inForce()
  const [agreement] = await owner()<{ code: string }[]>`select code from agreements where id = ${agreementId}`
  const months = ['01', '02', '03'].map((month) => [agreement?.code ?? '', 'OTIF', `2026-${month}`, '95%'])
  const batchId = await upload(manager, '指標.csv', csv([['協議編號', '指標代碼', '期別', '實際值'], ...months]))
  expect(await checked(manager, batchId)).toMatchObject({ new: 3 })
  const starts = await Promise.all(
    Array.from({ length: crowd }, () => perform(run, manager, { batchId }, { now: later })),
  )
  expect(starts.filter(({ ok }) => ok)).toHaveLength(1)
  await Promise.all([work(manager, batchId), work(manager, batchId), work(manager, batchId)])
  await work(manager, batchId)
  expect((await batchOf(manager, batchId)).counts.done).toEqual({ new: 3 })
  const [kept] = await owner()`select count(*)::int as all, count(*) filter (where current)::int as current
    from kpi_measurements where workspace_id = ${keeper.workspaceId} and kpi_id = ${kpiId}`
  expect(kept).toEqual({ all: 3, current: 3 })
})
