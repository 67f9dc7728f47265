import type { Measured, Tools } from './jobs'

/** The KPI board in its usual cuts, the list of agreements, and one agreement. */
export async function agreementJobs({ ws, memberId, inWorkspace, floorOf }: Tools): Promise<Measured[]> {
  const held = await inWorkspace(
    (tx) => tx<{ id: string }[]>`select id from agreements where workspace_id = ${ws} order by id limit 500`,
  )
  const at = (n: number) => held[(n * 7) % held.length]?.id ?? ''
  const holds =
    (part: string) =>
    ({ status, text }: { status: number; text: string }) =>
      status === 200 && text.includes(part)
  const board = (name: string, cut: string): Measured => ({
    name,
    make: () => ({ path: `/agreements/board${cut}` }),
    isRight: holds('量測年度合約'),
    floor: floorOf(
      (tx) => tx`select k.*, g.title, a.name as account, m.name as owner from kpis k
        join agreements g on g.workspace_id = ${ws} and g.id = k.agreement_id
        join accounts a on a.workspace_id = ${ws} and a.id = k.account_id
        join members m on m.workspace_id = ${ws} and m.id = k.owner_id
        where k.workspace_id = ${ws} and k.archived_at is null and k.latest_status = 'red'
        order by k.changed_at desc, k.id desc limit 26`,
    ),
  })
  return [
    board('kpi-board', ''),
    board('kpi-red', '?status=red'),
    board('kpi-missing', `?missing=..9998-12-31&sort=missing`),
    board('kpi-mine', `?owner=${memberId}`),
    {
      name: 'a-list',
      make: () => ({ path: '/agreements' }),
      isRight: holds('量測年度合約'),
      floor: floorOf(
        (tx) => tx`select g.id, g.title, a.name, m.name as owner from agreements g
          join accounts a on a.workspace_id = ${ws} and a.id = g.account_id
          join members m on m.workspace_id = ${ws} and m.id = g.owner_id
          where g.workspace_id = ${ws} and g.archived_at is null order by g.notice_on, g.id limit 51`,
      ),
    },
    {
      name: 'agreement',
      make: (n) => ({ path: `/agreements/${at(n)}` }),
      isRight: holds('量測年度合約'),
      floor: floorOf(async (tx, n) => {
        await tx`select * from agreements where workspace_id = ${ws} and id = ${at(n)}`
        await tx`select * from agreement_versions where workspace_id = ${ws} and agreement_id = ${at(n)}`
      }),
    },
  ]
}
