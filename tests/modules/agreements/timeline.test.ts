import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { turnVersions } from '@/lib/modules/agreements/commands-timeline'
import { turnVersions as turnAll } from '@/lib/modules/agreements/jobs'
import { owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { aScene, look } from './scene'

it('a version that was for a time returns to the base by itself on the day after', async () => {
  const { keeper, workspace, agreementId, agreementVersionId, accountId } = await aScene()
  const sql = owner()
  const temporary = uuidv7()
  await sql`insert into agreement_versions
    (workspace_id, id, agreement_id, account_id, number, kind, state, valid_from, valid_to, content_hash, drafted_by, months, starts_on)
    values (${workspace.id}, ${temporary}, ${agreementId}, ${accountId}, 2, 'temporary', 'executed', '2026-03-01',
      '2026-03-31', 'x', ${keeper.id}, 6, '2026-01-01')`
  await sql`insert into agreement_timeline (workspace_id, id, agreement_id, version_id, from_day, until_day) values
    (${workspace.id}, ${uuidv7()}, ${agreementId}, ${agreementVersionId}, '2026-01-01', '2026-03-01'),
    (${workspace.id}, ${uuidv7()}, ${agreementId}, ${temporary}, '2026-03-01', '2026-04-01'),
    (${workspace.id}, ${uuidv7()}, ${agreementId}, ${agreementVersionId}, '2026-04-01', null)`
  const product = workspaceActor(workspace.id)
  const held = async (day: string) => {
    await done(turnVersions, product, {}, noon(day))
    return (await look(keeper, agreementId)).latest.number
  }
  expect([
    await held('2026-02-28'),
    await held('2026-03-01'),
    await held('2026-03-31'),
    await held('2026-04-01'),
  ]).toEqual([1, 2, 2, 1])
  expect(await refusalOf(turnVersions, keeper, {})).toBe('notAllowed')
})

it('every agreement turns on its day, however many there are', async () => {
  const { workspace, agreementId, agreementVersionId } = await aScene()
  const sql = owner()
  await sql`insert into agreements select (jsonb_populate_record(one,
      jsonb_build_object('id', gen_random_uuid(), 'code', 'AG-2025-' || (5000 + n)))).*
    from agreements one, generate_series(1, 401) n where one.id = ${agreementId}`
  await sql`insert into agreement_timeline (workspace_id, id, agreement_id, version_id, from_day)
    select workspace_id, gen_random_uuid(), id, ${agreementVersionId}, '2026-03-01' from agreements
    where workspace_id = ${workspace.id}`
  await turnAll.run({ input: {}, now: noon('2026-03-01'), workspaceId: workspace.id, jobId: 'turn' })
  const [left] = await sql<{ count: number }[]>`select count(*)::int from agreements
    where workspace_id = ${workspace.id} and current_version_id is null`
  expect(left?.count).toBe(0)
})
