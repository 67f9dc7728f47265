import { newId } from '@/db/new-id'
import { interactionPeople, interactions } from '@/db/schema/interactions'
import { command, type Work } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { forgetSearchable, keepSearchable } from '@/lib/kernel/search'
import { changeRows, insertRows } from '@/lib/kernel/write'
import { changeEach, revertEach } from '@/lib/kernel/write-each'
import { archiveExternalIds, keepExternalIds } from '@/lib/modules/workspace/commands-external-ids'
import { turnClocks } from './commands-clock'
import { may } from './manifest'
import { messages } from './messages'
import { type ContactChange, type LoggedContact, logManyInput, takeBackContactsInput } from './model-intake'
import { type HeldAccount, holdAccounts } from './queries-held'
import { findContactRows, findPeopleOfContacts } from './queries-intake'
import { isPlan, mustBeLiveAccount, mustBeWithinReach } from './rules'
import { answeredInIntake } from './rules-intake'

/**
 * Writes up to 500 contacts of a file at once: each with its author and its moment, entered by whoever imports. A moment
 * to come makes it a plan. The clocks of all accounts concerned are set in the same transaction. All or none.
 */
export const logMany = command({
  name: 'interactions.logMany',
  permission: may.log,
  input: logManyInput,
  messages,
  internal: true,
  async run(work, { contacts, changes }): Promise<{ ids: string[] }> {
    const held = await holdAccounts(
      work,
      [...contacts, ...changes].map(({ accountId }) => accountId),
    )
    for (const account of held.values()) mustBeLiveAccount(account)
    const ids = await write(work, contacts)
    await amend(work, changes)
    const entries = [
      ...contacts.flatMap(({ externalIds }, index) =>
        externalIds.map((each) => ({ subjectId: ids[index] ?? '', ...each })),
      ),
      ...changes.flatMap(({ interactionId, externalIds }) =>
        externalIds.map((each) => ({ subjectId: interactionId, ...each })),
      ),
    ]
    const { taken } = await work.call(keepExternalIds, { kind: 'interaction', entries })
    if (taken.length > 0) throw new Refusal('alreadyExists')
    await keepManyFindable(work, held, [...ids, ...changes.map(({ interactionId }) => interactionId)])
    await turnClocks(work, held)
    return { ids }
  },
})

async function write(work: Work, contacts: readonly LoggedContact[]): Promise<string[]> {
  const { actor, now } = work
  const rows = contacts.map(({ personIds, externalIds: _, happenedAt, ...contact }) => {
    const moment = { at: new Date(happenedAt), timeKnown: contact.timeKnown }
    mustBeWithinReach(moment, now, actor.timeZone)
    const planned = isPlan(moment, now, actor.timeZone)
    return {
      row: {
        ...contact,
        id: newId(),
        happenedAt: moment.at,
        planned,
        typedBy: actor.id,
        source: 'import',
      },
      people: personIds.map((personId) => ({
        personId,
        happenedAt: moment.at,
        answered: answeredInIntake({ ...contact, planned }, personIds.length),
      })),
    }
  })
  await insertRows(
    work,
    interactions,
    rows.map(({ row }) => row),
  )
  await insertRows(
    work,
    interactionPeople,
    rows.flatMap(({ row, people }) => people.map((person) => ({ ...person, interactionId: row.id }))),
  )
  return rows.map(({ row }) => row.id)
}

async function amend(work: Work, changes: readonly ContactChange[]) {
  const { actor, now } = work
  await changeEach(
    work,
    interactions,
    changes.map(({ interactionId, patch: { happenedAt, ...patch } }) => {
      if (happenedAt === undefined) return { id: interactionId, ...patch }
      const moment = { at: new Date(happenedAt), timeKnown: patch.timeKnown ?? true }
      mustBeWithinReach(moment, now, actor.timeZone)
      return { id: interactionId, ...patch, happenedAt: moment.at, planned: isPlan(moment, now, actor.timeZone) }
    }),
  )
  const moved = new Map(
    changes.flatMap(({ interactionId, patch }) => (patch.happenedAt ? [[interactionId, patch.happenedAt]] : [])),
  )
  const people = moved.size > 0 ? await findPeopleOfContacts(work, [...moved.keys()]) : []
  await changeEach(
    work,
    interactionPeople,
    people.map((row) => ({ id: row.id, happenedAt: new Date(moved.get(row.interactionId) ?? now) })),
  )
}

async function keepManyFindable(work: Work, held: ReadonlyMap<string, HeldAccount>, ids: readonly string[]) {
  if (ids.length === 0) return
  const rows = await findContactRows(work, ids)
  await keepSearchable(
    work,
    rows.map(({ id, accountId, summary, topics }) => ({
      kind: 'interaction',
      id,
      accountId,
      ownerId: held.get(accountId)?.ownerId ?? null,
      restricted: held.get(accountId)?.restricted ?? false,
      texts: [summary, ...topics],
    })),
  )
}

/**
 * Takes back what an import did to contacts: those it logged go to the archive, those it changed become what they were,
 * and the clocks tell what is left. Whoever calls it has made sure that nobody changed them since.
 */
export const takeBack = command({
  name: 'interactions.takeBack',
  permission: may.log,
  input: takeBackContactsInput,
  internal: true,
  async run(work, { logged, changed, people }) {
    const concerned = await findContactRows(work, [...logged, ...changed.map(({ id }) => id)])
    const held = await holdAccounts(
      work,
      concerned.map(({ accountId }) => accountId),
    )
    await revertEach(work, interactionPeople, people)
    await revertEach(work, interactions, changed)
    await changeRows(work, interactions, logged, { archivedAt: work.now })
    await forgetSearchable(work, 'interaction', logged)
    await work.call(archiveExternalIds, { kind: 'interaction', subjectIds: logged })
    await keepManyFindable(
      work,
      held,
      changed.map(({ id }) => id),
    )
    await turnClocks(work, held)
  },
})
