import type { z } from 'zod'
import { affiliations, contactPoints, people } from '@/db/schema/contacts'
import { command, type Work } from '@/lib/kernel/command'
import { forgetSearchable } from '@/lib/kernel/search'
import { changeRow, insertRow, insertRows } from '@/lib/kernel/write'
import { memberExists } from '@/lib/modules/workspace/queries'
import { accountInHand, claim, keepFindable, livePersonInHand, personInHand } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { addInput, editInput, personRef } from './model'
import { findLookalikes } from './queries-find'
import { findReporting } from './queries-held'
import { editedName, isFilled, keptName, mustBeMember, mustNotLookKnown, readPoint, tellingPoints } from './rules'
import { mustBeAbleToReport } from './rules-affiliations'

const pages = ['/contacts', '/contacts/[personId]', '/accounts/[accountId]/people', '/accounts/[accountId]']

/**
 * A person at an account, with how to reach them; with `slot`, in that key role at once. Refuses somebody who looks
 * known, unless `addAnyway` says that it is somebody else. Answers the new person's id.
 */
export const add = command({
  name: 'contacts.add',
  permission: may.edit,
  input: addInput,
  messages,
  refreshes: pages,
  async run(work, { accountId, points: typed, slot, addAnyway, ...input }) {
    const account = await accountInHand(work, accountId)
    const name = keptName(input)
    const points = typed
      .filter(isFilled)
      .map((point) => ({ ...point, ...readPoint(point.kind, point.value, account.country) }))
    const alike = { accountId, nameKey: name.nameKey, telling: tellingPoints(points) }
    mustNotLookKnown(await findLookalikes(work, alike), addAnyway)
    await mustNameMember(work, input.ownerId)
    const person = await insertRow(work, people, { ...name, ...profile(input), accountId })
    mustBeAbleToReport(person.id, input.reportsToId, await findReporting(work, accountId))
    await insertRow(work, affiliations, { ...post(input), personId: person.id, accountId })
    await insertRows(
      work,
      contactPoints,
      points.map((point) => ({ ...point, personId: person.id })),
    )
    if (slot) await claim(work, accountId, slot, person.id)
    await keepFindable(work, [person.id])
    return { id: person.id, accountId }
  },
})

/** Changes what is known of the person; a field that is not named stays. Where they work is changed by its own commands. */
export const edit = command({
  name: 'contacts.edit',
  permission: may.edit,
  input: editInput,
  messages,
  refreshes: pages,
  async run(work, { personId, version, ...given }) {
    const { person } = await livePersonInHand(work, personId)
    await mustNameMember(work, given.ownerId ?? null)
    const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    await changeRow(work, people, { id: personId, version }, { ...named, ...editedName(person, given) })
    await keepFindable(work, [personId])
    return { id: personId }
  },
})

/** Takes the person out of lists and search. Their history, posts and roles stay, and come back with them. */
export const archive = command({
  name: 'contacts.archive',
  permission: may.edit,
  input: personRef,
  messages,
  refreshes: pages,
  async run(work, { personId }) {
    await personInHand(work, personId)
    await changeRow(work, people, { id: personId }, { archivedAt: work.now })
    await forgetSearchable(work, 'person', personId)
    return { id: personId }
  },
})

export const restore = command({
  name: 'contacts.restore',
  permission: may.edit,
  input: personRef,
  messages,
  refreshes: pages,
  async run(work, { personId }) {
    await personInHand(work, personId)
    await changeRow(work, people, { id: personId }, { archivedAt: null })
    await keepFindable(work, [personId])
    return { id: personId }
  },
})

async function mustNameMember(work: Work, memberId: string | null) {
  if (memberId !== null) mustBeMember(await memberExists(work, memberId))
}

type Added = Omit<z.output<typeof addInput>, 'accountId' | 'points' | 'slot' | 'addAnyway'>

const profile = ({ language, channel, doNotContact, noticeSource, noticeOn, note, ownerId }: Added) => ({
  language,
  channel,
  doNotContact,
  noticeSource,
  noticeOn,
  note,
  ownerId,
})

const post = ({ title, department, decisionRole, influence, stance, reportsToId, fromDay }: Added) => ({
  title,
  department,
  decisionRole,
  influence,
  stance,
  reportsToId,
  fromDay,
})
