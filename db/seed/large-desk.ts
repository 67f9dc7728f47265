import type { Sql } from 'postgres'

const aspect = "(array['price','payment','fees','terms','margin','other'])[1 + i % 6]"
const said = (text: string) => `jsonb_build_object('zh-TW', ${text}, 'en', ${text})`

/**
 * Puts matters before one member of a filled workspace, as the tables' owner: each with six differences, their cost, a
 * reason and one step, submitted by somebody else. A load to measure the review desk with.
 */
export async function fillDesk(sql: Sql, workspaceId: string, memberId: string, waiting: number): Promise<void> {
  const [ws, holder] = [`'${workspaceId}'::uuid`, `'${memberId}'::uuid`]
  const steps = [
    `create temp table put as
       select a.n, uuidv7() as id, uuidv7() as step_id, a.id as account_id, a.name, m.id as submitter_id,
         now() - a.n * interval '20 minutes' as at, (a.n * 7919 % 900000)::numeric as cost
       from (select row_number() over (order by id) - 1 as n, id, name from accounts where workspace_id = ${ws}
         order by id limit ${waiting}) a
       join (select row_number() over (order by id) - 1 as n, count(*) over () as all, id from members
         where workspace_id = ${ws} and id <> ${holder}) m on m.n = a.n % m.all`,
    `insert into approval_runs (workspace_id, id, subject_kind, subject_id, account_id, content_hash, title, href, facts,
         lines, totals, cost_per_year, currency, harmless, reason, submitted_by, submitted_at, authors, state)
       select ${ws}, p.id, (array['termSheet','priceException','dealCheck','needPlan'])[1 + n % 4], uuidv7(), account_id,
         encode(sha256(p.id::text::bytea), 'hex'), ${said("p.name || ' 115 年度'")}, '/accounts/' || account_id, '{}',
         l.lines, jsonb_build_object('costPerYear', jsonb_build_object('amount', cost::text, 'currency', 'TWD'),
           'marginPct', '27.5', 'value', null),
         cost, 'TWD', n % 5 = 0, '競品調降報價，客戶要求比照', submitter_id, at, array[submitter_id], 'pending'
       from put p, (select jsonb_agg(jsonb_build_object('key', 'line' || i, 'aspect', ${aspect},
           'label', ${said("'付款天數 ' || i")}, 'standard', ${said("'發票日後 60 天'")}, 'was', null,
           'now', ${said("'發票日後 75 天'")}, 'costPerYear', jsonb_build_object('amount', (i * 24931)::text, 'currency', 'TWD'),
           'detail', null, 'why', '年採購量成長，換取全年陳列', 'confidential', false) order by i) as lines
         from generate_series(1, 6) i) l`,
    `insert into approval_steps (workspace_id, id, run_id, "order", level, label, because, aspects, mode, state, hours,
         started_at, due_at)
       select ${ws}, step_id, id, 1, 'role:salesLead@1.0', ${said("'業務主管'")}, '[]', '{}', 'any', 'open', 24, at,
         at + interval '24 hours' from put`,
    `insert into approval_seats (workspace_id, id, run_id, step_id, holder_id, state, waiting, waiting_since, cost_per_year)
       select ${ws}, uuidv7(), id, step_id, ${holder}, 'open', true, at, cost from put`,
    `insert into approval_actions (workspace_id, id, run_id, acted_by_id, decision, content_hash)
       select ${ws}, uuidv7(), id, submitter_id, 'submit', encode(sha256(id::text::bytea), 'hex') from put`,
    'drop table put',
  ]
  await sql.begin(async (tx) => {
    for (const step of steps) await tx.unsafe(step)
  })
  await sql.unsafe('analyze approval_runs, approval_steps, approval_seats, approval_actions')
}
