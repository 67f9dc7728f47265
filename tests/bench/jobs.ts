import { randomUUID } from 'node:crypto'
import { connect } from '@/db/roles'
import { sealCursor } from '@/lib/kernel/cursor'
import type { Job } from './driver'
import { agreementJobs } from './jobs-agreements'
import { negotiationJobs } from './jobs-negotiations'
import type { Scene } from './scene'

export type Measured = Job & { floor: () => Promise<number> }

type Sql = ReturnType<typeof connect>
/** What jobs are made with: the workspace, its database as the product's role, and the plain SQL of a page as a figure. */
export type Tools = {
  ws: string
  memberId: string
  inWorkspace: <T>(work: (tx: Sql) => Promise<T>) => Promise<T>
  floorOf: (work: (tx: Sql, n: number) => Promise<unknown>) => () => Promise<number>
  hasRows: Job['isRight']
}

const floorRuns = 200
const page = 50

/** The jobs of the promise, each with the plain SQL of the same page beside it, asked as the product's role. */
export async function jobsOf(scene: Scene, address: string) {
  const sql = connect(scene.app)
  const { workspaceId: ws, memberId } = scene
  const inWorkspace: Tools['inWorkspace'] = (work) =>
    sql.begin(async (tx) => {
      await tx`select app.enter_workspace(${ws})`
      return work(tx as unknown as Sql)
    }) as ReturnType<typeof work>
  const floorOf: Tools['floorOf'] = (work) => () =>
    inWorkspace(async (tx) => {
      const times: number[] = []
      for (let n = 0; n < floorRuns; n++) {
        const began = performance.now()
        await work(tx, n)
        times.push(performance.now() - began)
      }
      return times.sort((a, b) => a - b)[floorRuns / 2] ?? Number.NaN
    })
  const ids = await inWorkspace(
    (tx) => tx<{ id: string }[]>`select id from accounts where workspace_id = ${ws} order by id limit 2000`,
  )
  const [edge] = await inWorkspace(
    (tx) => tx<{ name: string; id: string }[]>`
      select name, id from accounts where workspace_id = ${ws} and archived_at is null order by name, id offset ${499 * page} limit 1`,
  )
  const after = sealCursor({ key: edge?.name ?? '', id: edge?.id ?? '' }, `${ws}:accounts:name`)
  const buying = await inWorkspace(
    (tx) =>
      tx<{ id: string }[]>`select distinct account_id as id from sales_months where workspace_id = ${ws} limit 500`,
  )
  const runs = await inWorkspace(
    (tx) => tx<{ id: string }[]>`select run_id as id from approval_seats where workspace_id = ${ws}
      and holder_id = ${memberId} and waiting order by waiting_since, id limit 500`,
  )
  const waitingPage = (tx: Sql) =>
    tx`select s.id, s.waiting_since, r.title, r.reason, r.cost_per_year, r.totals, a.name, m.name as by, t.due_at
      from approval_seats s join approval_runs r on r.workspace_id = ${ws} and r.id = s.run_id
      join approval_steps t on t.workspace_id = ${ws} and t.id = s.step_id
      join members m on m.workspace_id = ${ws} and m.id = r.submitted_by
      left join accounts a on a.workspace_id = ${ws} and a.id = r.account_id
      where s.workspace_id = ${ws} and s.holder_id = ${memberId} and s.waiting order by s.waiting_since, s.id limit 51`
  const buyer = (n: number) => buying[(n * 7) % buying.length]?.id ?? ''
  const at = (n: number) => ids[(n * 7) % ids.length]?.id ?? ''
  const hasRows: Job['isRight'] = ({ status, text }) => status === 200 && text.includes('股份有限公司')
  const firstPage = (tx: Sql) =>
    tx`select id, name, tier, status, city, due_on from accounts where workspace_id = ${ws} and archived_at is null order by name, id limit 51`

  const jobs: Measured[] = [
    { name: 'list', make: () => ({ path: '/accounts?sort=name' }), isRight: hasRows, floor: floorOf(firstPage) },
    {
      name: 'list-500',
      make: () => ({ path: `/accounts?sort=name&after=${after}` }),
      isRight: hasRows,
      floor: floorOf(
        (tx) => tx`select id, name, tier, status, city, due_on from accounts where workspace_id = ${ws}
          and archived_at is null and (name, id) > (${edge?.name ?? ''}, ${edge?.id ?? ''}) order by name, id limit 51`,
      ),
    },
    {
      name: 'filter',
      make: () => ({ path: `/accounts?sort=name&owner=${memberId}&q=${encodeURIComponent('食品')}` }),
      isRight: hasRows,
      floor: floorOf(
        (tx) => tx`select id, name from accounts where workspace_id = ${ws} and archived_at is null
          and owner_id = ${memberId} and name like '%食品%' order by name, id limit 51`,
      ),
    },
    {
      name: 'record',
      make: (n) => ({ path: `/accounts/${at(n)}` }),
      isRight: hasRows,
      floor: floorOf(async (tx, n) => {
        await tx`select * from accounts where workspace_id = ${ws} and id = ${at(n)}`
        await tx`select * from people where workspace_id = ${ws} and account_id = ${at(n)}`
        await tx`select * from interactions where workspace_id = ${ws} and account_id = ${at(n)} and archived_at is null
          order by happened_at desc, id desc limit 20`
      }),
    },
    {
      name: 'log',
      make: (n) => ({
        method: 'POST',
        path: '/api/v1/interactions/log',
        headers: { 'content-type': 'application/json', origin: address, 'idempotency-key': randomUUID() },
        body: JSON.stringify({
          accountId: at(n),
          channel: 'call',
          summary: `確認交期與數量 ${n}`,
          personIds: [],
          topics: [],
        }),
      }),
      isRight: ({ status }) => status === 200,
      floor: floorOf(
        (
          tx,
          n,
        ) => tx`insert into interactions (workspace_id, id, account_id, channel, happened_at, two_way, summary, speaker_id, typed_by)
          values (${ws}, ${randomUUID()}, ${at(n)}, 'call', now(), true, '量測', ${memberId}, ${memberId})`,
      ),
    },
    {
      name: 'sales',
      make: (n) => ({ path: `/accounts/${buyer(n)}/sales` }),
      isRight: ({ status, text }) => status === 200 && text.includes('NT$') && text.includes('產品'),
      floor: floorOf(async (tx, n) => {
        await tx`select month, sum(net_amount) from sales_months where workspace_id = ${ws} and account_id = ${buyer(n)}
          and month >= date_trunc('month', current_date) - interval '23 months' group by month`
        await tx`select product_id, sum(net_amount) from sales_months where workspace_id = ${ws}
          and account_id = ${buyer(n)} group by product_id order by 2 desc limit 10`
      }),
    },
    {
      name: 'today',
      make: () => ({ path: '/today' }),
      isRight: hasRows,
      floor: floorOf(
        (tx) => tx`select id, name, due_on from accounts where workspace_id = ${ws} and owner_id = ${memberId}
          and due_on <= current_date + 3 order by due_on, id limit 20`,
      ),
    },
    { name: 'review', make: () => ({ path: '/review' }), isRight: hasRows, floor: floorOf(waitingPage) },
    {
      name: 'review-open',
      make: (n) => ({ path: `/review?run=${runs[(n * 7) % runs.length]?.id}` }),
      isRight: hasRows,
      floor: floorOf(async (tx, n) => {
        await waitingPage(tx)
        const id = runs[(n * 7) % runs.length]?.id ?? ''
        await tx`select * from approval_runs where workspace_id = ${ws} and id = ${id}`
        await tx`select * from approval_steps where workspace_id = ${ws} and run_id = ${id}`
        await tx`select * from approval_seats where workspace_id = ${ws} and run_id = ${id}`
        await tx`select * from approval_actions where workspace_id = ${ws} and run_id = ${id} order by id`
      }),
    },
  ]
  const tools = { ws, memberId, inWorkspace, floorOf, hasRows }
  jobs.push(...(await negotiationJobs(tools)), ...(await agreementJobs(tools)))
  return { jobs, close: () => sql.end() }
}
