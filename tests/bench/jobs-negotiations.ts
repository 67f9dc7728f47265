import type { Measured, Tools } from './jobs'

const right =
  (part: string) =>
  ({ status, text }: { status: number; text: string }) =>
    status === 200 && text.includes('量測年度協商') && text.includes(part)

/** The list of negotiations, and every part of the workspace of one with twelve issues and twenty rounds. */
export async function negotiationJobs({ ws, memberId, inWorkspace, floorOf, hasRows }: Tools): Promise<Measured[]> {
  const led = await inWorkspace(
    (tx) => tx<{ id: string; state: string }[]>`select id, state from negotiations n where workspace_id = ${ws}
      and owner_id = ${memberId} and exists (select from negotiation_issues i where i.workspace_id = ${ws}
      and i.negotiation_id = n.id) order by id`,
  )
  const settled = led.filter(({ state }) => state === 'agreedInPrinciple')
  /** Beside it the rows that a part is drawn from. */
  const part = (
    name: string,
    path: string,
    of: readonly { id: string }[],
    holds: string,
    tables: readonly string[],
  ): Measured => {
    const idOf = (n: number) => of[n % of.length]?.id ?? ''
    return {
      name: `n-${name}`,
      make: (n) => ({ path: `/negotiations/${idOf(n)}${path}` }),
      isRight: right(holds),
      floor: floorOf(async (tx, n) => {
        await tx`select * from negotiations where workspace_id = ${ws} and id = ${idOf(n)}`
        for (const table of tables)
          await tx`select * from ${tx(table)} where workspace_id = ${ws} and negotiation_id = ${idOf(n)}`
      }),
    }
  }
  const worth = ['negotiation_issues', 'negotiation_stakes']
  return [
    {
      name: 'n-list',
      make: () => ({ path: '/negotiations' }),
      isRight: hasRows,
      floor: floorOf(
        (tx) => tx`select n.id, n.title, n.state, a.name, m.name as owner from negotiations n
          join accounts a on a.workspace_id = ${ws} and a.id = n.account_id
          join members m on m.workspace_id = ${ws} and m.id = n.owner_id
          where n.workspace_id = ${ws} and n.archived_at is null order by n.changed_at desc, n.id desc limit 51`,
      ),
    },
    part('overview', '', led, '談定下年度交易條件', ['negotiation_members']),
    part('issues', '/issues', led, '物流費', worth),
    part('rounds', '/rounds', led, '物流費', [...worth, 'negotiation_offers', 'negotiation_trades']),
    part('analysis', '/analysis', led, '物流費', [...worth, 'negotiation_offers']),
    part('outcome', '/outcome', settled, '物流費', ['negotiation_issues', 'negotiation_trades']),
  ]
}
