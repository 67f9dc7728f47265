import { expect, it } from 'vitest'
import { keepTerms } from '@/lib/modules/agreements/jobs'
import { owner } from '@/tests/people'
import { anActiveScene } from '../modules/agreements/obligations-scene'
import { noon } from '../modules/terms/scene'

const full = process.env.ACCORD_BARS === 'full'
const many = full ? 10_000 : 300
const most = 60_000

/**
 * Agreements that end on every day of the year, every third of them renewing by itself, one in five with a monthly
 * obligation: the scene's one, over and over.
 */
async function aYearOfAgreements() {
  const { workspace, agreementId, keeper } = await anActiveScene()
  const sql = owner()
  await sql`insert into agreements (workspace_id, id, account_id, code, kind, title, state, owner_id, starts_on, ends_on,
      notice_on, renewal, executed_on, active_since, scope_name)
    select workspace_id, gen_random_uuid(), account_id, 'AG-B-' || n, kind, '合約 ' || n, 'active', owner_id, day,
      (day + interval '12 months' - interval '1 day')::date, (day + interval '12 months' - interval '91 days')::date,
      case when n % 3 = 0 then 'autoRenew' else 'none' end, day, day, n::text
    from agreements, generate_series(1, ${many}::int) n, lateral (select date '2026-01-02' + (n * 37 % 365) as day) d
    where id = ${agreementId}`
  await sql`insert into agreement_versions (workspace_id, id, agreement_id, account_id, number, state, valid_from, starts_on,
      months, renewal, renewal_months, notice_count, content_hash, drafted_by, executed_on, recorded_at)
    select workspace_id, gen_random_uuid(), id, account_id, 1, 'executed', starts_on, starts_on, 12, renewal,
      case when renewal = 'autoRenew' then 12 end, 90, repeat('0', 64), owner_id, starts_on, now()
    from agreements where workspace_id = ${workspace.id} and id <> ${agreementId}`
  await sql`insert into agreement_timeline (workspace_id, id, agreement_id, version_id, from_day)
    select workspace_id, gen_random_uuid(), agreement_id, id, valid_from from agreement_versions
    where workspace_id = ${workspace.id} and agreement_id <> ${agreementId}`
  await sql`update agreements a set current_version_id = v.id from agreement_versions v
    where a.workspace_id = ${workspace.id} and v.workspace_id = a.workspace_id and v.agreement_id = a.id`
  await sql`insert into obligations (workspace_id, id, agreement_id, account_id, party, kind, text, owner_id, schedule,
      every_months, first_due_on, day_rule)
    select workspace_id, gen_random_uuid(), id, account_id, 'us', 'report', '月報', ${keeper.id}, 'recurring', 1, starts_on,
      'following'
    from agreements where workspace_id = ${workspace.id} and scope_name ~ '^[0-9]+$' and scope_name::int % 5 = 0`
  return workspace
}

it(`a morning over ${many.toLocaleString('en')} agreements is done in time, and a second one changes nothing`, async () => {
  const workspace = await aYearOfAgreements()
  const took: string[] = []
  const morning = async (day: string, what: string) => {
    const began = performance.now()
    await keepTerms.run({ input: {}, now: noon(day), workspaceId: workspace.id, jobId: day })
    const ms = performance.now() - began
    took.push(`${what} ${(ms / 1000).toFixed(1)} s`)
    if (full) expect(ms).toBeLessThan(most)
  }
  const changes = async () => {
    const [row] = await owner()<{ count: number }[]>`
      select (select count(*) from row_changes where workspace_id = ${workspace.id})::int
        + (select count(*) from notifications where workspace_id = ${workspace.id})::int as count`
    return row?.count ?? 0
  }
  await morning('2026-12-01', 'the first')
  await morning('2026-12-02', 'the next day')
  const before = await changes()
  await morning('2026-12-02', 'the same day again')
  expect(await changes()).toBe(before)
  await morning('2027-01-31', 'after sixty days')
  console.info(`agreement days, ${many}: ${took.join(', ')}`)
  const [row] = await owner()<{ renewed: number; expired: number }[]>`
    select count(*) filter (where exists (select from agreement_versions v where v.workspace_id = a.workspace_id
        and v.agreement_id = a.id and v.kind = 'renewal'))::int as renewed,
      count(*) filter (where state = 'expired')::int as expired
    from agreements a where workspace_id = ${workspace.id}`
  expect(row?.renewed).toBeGreaterThan(0)
  expect(row?.expired).toBeGreaterThan(0)
}, 600_000)
