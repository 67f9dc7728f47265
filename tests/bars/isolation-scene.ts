import { v7 as uuidv7 } from 'uuid'
import { owner } from '@/tests/people'

/** How many workspaces share the tables, and how many contacts are logged in all of them and in the largest. */
export type Crowd = { workspaces: number; contacts: number; largest: number }

/** Fills the tables with workspaces of made-up records, one of them large; answers the largest and a small one. */
export async function manyWorkspaces({ workspaces, contacts, largest }: Crowd) {
  const ids = Array.from({ length: workspaces }, () => uuidv7())
  const each = Math.floor((contacts - largest) / (workspaces - 1))
  const steps = [
    `create temp table crowd as select id::uuid, case when n = 1 then ${largest} else ${each} end as size
       from unnest(array[${ids.map((id) => `'${id}'`).join(',')}]) with ordinality u(id, n)`,
    `insert into workspaces (id, name) select id, '公司' from crowd`,
    `create temp table worker as select c.id as ws, uuidv7() as id, n from crowd c, generate_series(0, 9) n`,
    `insert into members (workspace_id, id, name, roles, status)
       select ws, id, '業務' || n, '{manager}', 'active' from worker`,
    `create temp table client as select c.id as ws, uuidv7() as id, n.n, w.id as owner_id
       from crowd c cross join lateral generate_series(1, c.size / 10) n(n) join worker w on w.ws = c.id and w.n = n.n % 10`,
    `insert into accounts (workspace_id, id, kind, name, name_key, tier, status, owner_id, due_on)
       select ws, id, 'customer', '客戶' || lpad(n::text, 6, '0'), '客戶' || lpad(n::text, 6, '0'), 'B', 'active',
         owner_id, current_date + n % 90 from client`,
    `insert into interactions (workspace_id, id, account_id, channel, happened_at, two_way, summary, speaker_id, typed_by)
       select ws, uuidv7(), id, 'call', now() - (i * 37 + n % 300) * interval '1 day' - n * interval '1 second', true,
         '確認交期', owner_id, owner_id from client, generate_series(0, 9) i(i)`,
    `insert into tasks (workspace_id, id, account_id, text, assignee_id, due_on, created_by)
       select ws, uuidv7(), id, '回覆報價', owner_id, current_date + n % 30, owner_id from client where n % 5 = 0`,
    'drop table crowd, worker, client',
  ]
  await owner().begin(async (sql) => {
    for (const step of steps) await sql.unsafe(step)
  })
  await owner().unsafe('vacuum analyze accounts, interactions, tasks, members')
  const [large = '', small = ''] = ids
  return { large, small }
}

/** What a query needs to be about something in this workspace. */
export async function somethingOf(workspaceId: string) {
  const [row] = await owner()<{ account: string; member: string; contact: string }[]>`
    select a.id as account, a.owner_id as member, (
      select id from interactions where workspace_id = ${workspaceId} and account_id = a.id limit 1) as contact
    from accounts a where a.workspace_id = ${workspaceId} order by a.id limit 1`
  if (!row) throw new Error('empty workspace')
  return { accountId: row.account, memberId: row.member, interactionId: row.contact }
}
