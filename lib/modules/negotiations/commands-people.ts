import { negotiationCounterparts, negotiationMembers, negotiations } from '@/db/schema/negotiations'
import { command, type Work } from '@/lib/kernel/command'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { findPeopleOf } from '@/lib/modules/contacts/queries-people'
import { findMemberNames } from '@/lib/modules/workspace/queries'
import { holdNegotiation, holdSecretly, keepNegotiation } from './commands-upkeep'
import { may } from './manifest'
import { preparationMessages } from './messages-preparation'
import {
  conductInput,
  confirmConductInput,
  counterpartInput,
  counterpartRef,
  editCounterpartInput,
  seatInput,
  seatRef,
} from './model-preparation'
import { findCounterparts, findPart } from './queries-parts'
import { findTeam } from './queries-team'
import { mustBeConfirmable, mustBeKnownMember, mustBeOfAccount, mustNotLead } from './rules-preparation'
import { mustBeAlive } from './rules-rights'

export const prepares = {
  permission: may.negotiate,
  messages: preparationMessages,
  refreshes: ['/negotiations/[negotiationId]', '/negotiations/[negotiationId]/preparation'],
}

/** The negotiation in hand and not over, for those who lead it. */
export async function holdAlive(work: Work, negotiationId: string) {
  const found = await holdNegotiation(work, negotiationId)
  mustBeAlive(found.negotiation.state)
  return found
}

async function holdSeats(work: Work, negotiationId: string) {
  const found = await holdSecretly(work, negotiationId)
  mustBeAlive(found.negotiation.state)
  return found
}

/** Gives one of us a part at the table, or another one. Who sits there knows the limits: only the mandate group seats. */
export const seat = command({
  name: 'negotiations.seat',
  ...prepares,
  input: seatInput,
  async run(work, { negotiationId, memberId, part }) {
    const { negotiation, account } = await holdSeats(work, negotiationId)
    mustNotLead(memberId === negotiation.ownerId)
    mustBeKnownMember((await findMemberNames(work)).some(({ id }) => id === memberId))
    const seated = (await findTeam(work, negotiationId)).find((each) => each.memberId === memberId)
    const row = seated
      ? await changeRow(work, negotiationMembers, { id: seated.id }, { part })
      : await insertRow(work, negotiationMembers, { negotiationId, accountId: account.id, memberId, part })
    await keepNegotiation(work, negotiationId)
    return { seatId: row.id, negotiationId }
  },
})

/** Takes one of us off the table; the lead stays. */
export const unseat = command({
  name: 'negotiations.unseat',
  ...prepares,
  input: seatRef,
  async run(work, { seatId }) {
    const { negotiationId, memberId } = await findPart(work, negotiationMembers, seatId)
    const { negotiation } = await holdSeats(work, negotiationId)
    mustNotLead(memberId === negotiation.ownerId)
    await changeRow(work, negotiationMembers, { id: seatId }, { archivedAt: work.now })
    await keepNegotiation(work, negotiationId)
    return { negotiationId }
  },
})

/** Who sits there, or the language, is another: what was confirmed does not hold any more. BGM-2.1. */
const voidConduct = (work: Work, negotiationId: string) =>
  changeRow(
    work,
    negotiations,
    { id: negotiationId },
    { conductConfirmedAt: null, conductConfirmedBy: null, changedAt: work.now },
  )

/** Names somebody of the other side, with how to address them. */
export const addCounterpart = command({
  name: 'negotiations.addCounterpart',
  ...prepares,
  input: counterpartInput,
  async run(work, { negotiationId, personId, ...meeting }) {
    const { account } = await holdAlive(work, negotiationId)
    const [people, seated] = await Promise.all([findPeopleOf(work, account.id), findCounterparts(work, negotiationId)])
    mustBeOfAccount(
      people.here.some(({ id }) => id === personId),
      seated.some((each) => each.personId === personId),
    )
    const part = { negotiationId, accountId: account.id, personId }
    const row = await insertRow(work, negotiationCounterparts, { ...part, ...meeting })
    await voidConduct(work, negotiationId)
    return { counterpartId: row.id, negotiationId }
  },
})

/** Changes their part, how to address them, and what is known of how they negotiate. */
export const editCounterpart = command({
  name: 'negotiations.editCounterpart',
  ...prepares,
  input: editCounterpartInput,
  async run(work, { counterpartId, version, ...meeting }) {
    const before = await findPart(work, negotiationCounterparts, counterpartId)
    const { negotiationId } = before
    await holdAlive(work, negotiationId)
    const row = await changeRow(work, negotiationCounterparts, { id: counterpartId, version }, meeting)
    if (row.part !== before.part || row.address !== before.address) await voidConduct(work, negotiationId)
    else await keepNegotiation(work, negotiationId)
    return { counterpartId, negotiationId, version: row.version }
  },
})

/** Takes somebody of the other side off the list. */
export const removeCounterpart = command({
  name: 'negotiations.removeCounterpart',
  ...prepares,
  input: counterpartRef,
  async run(work, { counterpartId }) {
    const { negotiationId } = await findPart(work, negotiationCounterparts, counterpartId)
    await holdAlive(work, negotiationId)
    await changeRow(work, negotiationCounterparts, { id: counterpartId }, { archivedAt: work.now })
    await voidConduct(work, negotiationId)
    return { negotiationId }
  },
})

/** How both sides meet: language, place, interpreter, etiquette. Another language is to be confirmed again. */
export const setConduct = command({
  name: 'negotiations.setConduct',
  ...prepares,
  input: conductInput,
  async run(work, { negotiationId, version, ...conduct }) {
    const { negotiation } = await holdAlive(work, negotiationId)
    const row = await changeRow(work, negotiations, { id: negotiationId, version }, { ...conduct, changedAt: work.now })
    if (row.language !== negotiation.language) await voidConduct(work, negotiationId)
    return { negotiationId, version: row.version }
  },
})

/** Somebody has made sure in which language and with whom it is negotiated: without it a formal one does not begin. BGM-2.1. */
export const confirmConduct = command({
  name: 'negotiations.confirmConduct',
  ...prepares,
  input: confirmConductInput,
  async run(work, { negotiationId, ...seen }) {
    const { negotiation } = await holdAlive(work, negotiationId)
    const personIds = (await findCounterparts(work, negotiationId)).map(({ personId }) => personId)
    mustBeConfirmable({ language: negotiation.language, personIds }, seen)
    const confirmed = { conductConfirmedAt: work.now, conductConfirmedBy: work.actor.id, changedAt: work.now }
    await changeRow(work, negotiations, { id: negotiationId }, confirmed)
    return { negotiationId }
  },
})
