import { accounts } from '@/db/schema/accounts'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { findOwed } from '@/lib/modules/agreements/queries-thread'
import { findPoint } from '@/lib/modules/negotiations/queries-thread'
import { findTermOf } from '@/lib/modules/terms/queries-thread'
import { may } from './manifest'
import { threadRef } from './model'
import { findMeasured, findNext, isOf } from './queries-follow'
import { findOrigin, findWritten, type Origin } from './queries-start'
import { type Stations, stationsOf } from './queries-stations'

/** The thread that passes through a station: each stop of it that the reader may see, in the order of things. */
export const thread = query({
  name: 'threads.thread',
  permission: may.see,
  input: threadRef,
  async run(look, ref) {
    const origin = await findOrigin(look, ref)
    const [account, found] = await Promise.all([findAccount(look, origin), findStations(look, origin)])
    const names = await findNamesOfMembers(look, whoIn(found))
    const stations = stationsOf(found, look.actor.locale, (id) => (id ? (names.get(id) ?? null) : null))
    const filled = stations.filter(({ knots }) => knots.length > 0)
    return {
      account,
      name: found.point?.issue.name ?? found.written[0]?.clause.heading ?? filled[0]?.knots[0]?.about ?? '',
      stations,
      filled: filled.length,
      red: filled.filter(({ knots }) => knots.some(({ wrong }) => wrong !== null)).length,
    }
  },
})
export type ThreadView = Awaited<ReturnType<typeof thread.run>>

async function findAccount({ tx, actor }: Look, { accountId }: Origin) {
  const [row] = await tx
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(ownRow(accounts, actor, accountId))
  if (!row) throw new Refusal('notFound')
  return row
}

async function findStations(look: Look, origin: Origin): Promise<Stations> {
  const { negotiationId, issueKey } = origin
  const written = await findWritten(look, origin)
  const agreementIds = [...new Set([origin.agreementId, ...written.map(({ agreement }) => agreement.id)])]
  const [point, measured, owed, next] = await Promise.all([
    negotiationId !== null && issueKey !== null ? findPoint(look, negotiationId, issueKey) : null,
    findMeasured(look, written, origin),
    findOwed(
      look,
      agreementIds.flatMap((id) => id ?? []),
    ),
    findNext(look, written, origin),
  ])
  const versionId = point?.negotiation.documentedVersionId ?? origin.versionId
  const code = point?.issue.termCode ?? origin.termCode
  const said = point?.agreed?.said ?? null
  return {
    point,
    term: versionId && code ? await findTermOf(look, { versionId, code, said }) : null,
    written: written.map(({ clause, version, agreement }) => ({
      clause,
      version,
      agreement,
      day: version.executedOn ?? dayOf(version.recordedAt ?? version.createdAt, look.actor.timeZone),
    })),
    measured: measured.map((each) => ({
      ...each,
      enteredOn: each.enteredAt && dayOf(each.enteredAt, look.actor.timeZone),
    })),
    owed: owed.filter(({ obligation }) => obligation.id === origin.obligationId || isOf(written, obligation)),
    next,
  }
}

const whoIn = ({ point, term, written, measured, owed, next }: Stations) => [
  point?.negotiation.ownerId ?? null,
  point?.opened?.by ?? null,
  term?.by ?? null,
  ...written.map(({ version }) => version.draftedBy),
  ...measured.flatMap(({ kpi, enteredBy }) => [kpi.ownerId, enteredBy]),
  ...owed.map(({ obligation }) => obligation.ownerId),
  ...next.map(({ ownerId }) => ownerId),
]
