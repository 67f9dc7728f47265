import { dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayEditAccount } from '@/lib/kernel/rights'
import { may } from './manifest'
import { deadlineOf, negotiationRef } from './model'
import { findGroup, findNegotiation } from './queries-held'
import { findTeam } from './queries-team'
import { isAlive } from './rules-rights'

/** One negotiation as everybody reads it who sees the account: its head and its overview. Nothing of the mandate. */
export const byId = query({
  name: 'negotiations.byId',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const { actor, now } = look
    const { negotiation, account } = await findNegotiation(look, negotiationId)
    const team = await findTeam(look, negotiationId)
    const atTheTable = negotiation.ownerId === actor.id || team.some(({ memberId }) => memberId === actor.id)
    return {
      id: negotiation.id,
      version: negotiation.version,
      title: negotiation.title,
      direction: negotiation.direction,
      path: negotiation.path,
      kind: negotiation.kind,
      state: negotiation.state,
      purpose: negotiation.purpose,
      objective: negotiation.objective,
      expectedValue: negotiation.expectedValue && plain(negotiation.expectedValue),
      currency: negotiation.currency,
      startedOn: negotiation.startedOn,
      deadlineOn: deadlineOf(negotiation.deadlineOn),
      baseVersionId: negotiation.baseVersionId,
      documentedVersionId: negotiation.documentedVersionId,
      ownerId: negotiation.ownerId,
      account: { id: account.id, name: account.name },
      team,
      today: dayOf(now, actor.timeZone),
      alive: isAlive(negotiation.state),
      mayLead:
        isGranted(may.negotiate, actor) &&
        (atTheTable || mayEditAccount(actor, account)) &&
        account.archivedAt === null,
      /** Whether limits, weights and alternatives are for this reader. */
      inGroup: await findGroup(look, negotiation),
    }
  },
})
export type NegotiationView = Awaited<ReturnType<typeof byId.run>>
