import { and, asc, eq, inArray } from 'drizzle-orm'
import { negotiationInputs, negotiationWaivers } from '@/db/schema/negotiations'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import type { InputKind, InputState } from './model-inputs'
import { type OpenInput, openInputsOf, type Waiver } from './rules-inputs'

/** The leads' words for a negotiation, those that are over included. */
const findWaivers = ({ tx, actor }: Look, negotiationId: string): Promise<Waiver[]> =>
  tx
    .select({ holdsUntil: negotiationWaivers.holdsUntil })
    .from(negotiationWaivers)
    .where(
      and(
        own(negotiationWaivers, actor),
        eq(negotiationWaivers.negotiationId, negotiationId),
        live(negotiationWaivers),
      ),
    )

/** What keeps a negotiation from being ready today, with the names of those who were asked. */
export async function findOpenInputs(look: Look, negotiationId: string): Promise<OpenInput[]> {
  const { tx, actor, now } = look
  const [asked, waivers] = await Promise.all([
    tx
      .select({
        id: negotiationInputs.id,
        kind: negotiationInputs.kind,
        state: negotiationInputs.state,
        required: negotiationInputs.required,
        dueOn: negotiationInputs.dueOn,
        name: members.name,
      })
      .from(negotiationInputs)
      .innerJoin(members, joined(members, actor, negotiationInputs.askedOf))
      .where(
        and(
          own(negotiationInputs, actor),
          eq(negotiationInputs.negotiationId, negotiationId),
          eq(negotiationInputs.required, true),
          inArray(negotiationInputs.state, ['asked', 'accepted', 'answered']),
          live(negotiationInputs),
        ),
      )
      .orderBy(asc(negotiationInputs.id)),
    findWaivers(look, negotiationId),
  ])
  const today: Day = dayOf(now, actor.timeZone)
  const inputs = asked.map((each) => ({ ...each, kind: each.kind as InputKind, state: each.state as InputState }))
  return openInputsOf(inputs, waivers, today)
}
