import { and, eq, inArray } from 'drizzle-orm'
import { keyContacts, people } from '@/db/schema/contacts'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayEditAccount } from '@/lib/kernel/rights'
import { findAccount } from '@/lib/modules/accounts/queries'
import { may as mayWithConfirmations } from '@/lib/modules/confirmations/manifest'
import { type Confirmation, confirmationState } from '@/lib/modules/confirmations/model'
import { findConfirmations } from '@/lib/modules/confirmations/queries'
import { type Slot, slots } from '@/lib/modules/workspace/model'
import { findTiers } from '@/lib/modules/workspace/queries'
import { may } from './manifest'
import { accountRef } from './model'
import type { SlotBoard, SlotView } from './model-slots'
import { type FoundClaim, findClaims } from './queries-slots'
import { mayEditPerson } from './rules'
import { coverageOfAccount, slotState } from './rules-slots'

/** The key roles of an account: who fills them, how well that is known, and how many of the required ones are confirmed. */
export const slotsOf = query({
  name: 'contacts.slotsOf',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }): Promise<SlotBoard> {
    const { actor } = look
    const account = await findAccount(look, accountId)
    const tier = (await findTiers(look)).find((each) => each.code === account.tier)
    const claims = await findClaims(look, eq(keyContacts.accountId, accountId))
    const confirmed = await findConfirmations(
      look,
      'keyContact',
      claims.map((claim) => claim.id),
    )
    const names = await findNames(
      look,
      [...confirmed.values()].flatMap(({ withPersonId }) => withPersonId ?? []),
    )
    const today = dayOf(look.now, actor.timeZone)
    const required = tier?.slots ?? []
    const coverage = coverageOfAccount(required, claims, confirmed, today)
    const view = (slot: Slot): SlotView => {
      const claim = claims.find((each) => each.slot === slot) ?? null
      const confirmation = claim ? (confirmed.get(claim.id) ?? null) : null
      return slotView(slot, required.includes(slot), { claim, confirmation, names, today })
    }
    const others = slots.filter((slot) => !required.includes(slot) && claims.some((claim) => claim.slot === slot))
    return {
      accountId,
      slots: [...required, ...others].map(view),
      confirmed: coverage.confirmed,
      required: coverage.required,
      mayClaim: account.archivedAt === null && isGranted(may.edit, actor) && mayEditPerson(actor, [account]),
      mayConfirm: account.archivedAt === null && isGranted(may.confirm, actor) && mayEditAccount(actor, account),
      mayLengthen: isGranted(mayWithConfirmations.lengthen, actor),
      today,
    }
  },
})

type Known = {
  claim: FoundClaim | null
  confirmation: Confirmation | null
  names: ReadonlyMap<string, string>
  today: Day
}

function slotView(slot: Slot, required: boolean, { claim, confirmation, names, today }: Known): SlotView {
  const mark = claim ? confirmationState(confirmation, claim.valueHash, today) : null
  return {
    slot,
    required,
    state: slotState(mark),
    keyContactId: claim?.id ?? null,
    person: claim && {
      id: claim.personId,
      displayName: claim.displayName,
      englishName: claim.englishName,
      title: claim.title,
    },
    confirmation: confirmation &&
      mark && {
        state: mark,
        method: confirmation.method,
        confirmedOn: confirmation.confirmedOn,
        validUntil: confirmation.validUntil,
        confirmedByName: confirmation.confirmedByName,
        withPersonName: (confirmation.withPersonId && names.get(confirmation.withPersonId)) || null,
        evidenceId: confirmation.evidenceId,
        note: confirmation.note,
      },
  }
}

async function findNames({ tx, actor }: Look, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(and(own(people, actor), inArray(people.id, [...ids])))
  return new Map(rows.map((row) => [row.id, row.name]))
}
