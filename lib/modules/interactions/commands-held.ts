import { interactionPeople, interactions } from '@/db/schema/interactions'
import type { Work } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRows, insertRows, lockRow } from '@/lib/kernel/write'
import type { Edit } from './model'
import { accountOf, findPeopleRows, holdAccounts } from './queries-held'
import { answeredOf, mustMayChange } from './rules'

type Row = typeof interactions.$inferSelect

/** Holds a contact with its account, in that order, for whoever may change it. */
export async function holdContact(work: Work, interactionId: string, alsoAccountId?: string) {
  const accountId = await accountOf(work, interactionId)
  const held = await holdAccounts(work, alsoAccountId ? [accountId, alsoAccountId] : [accountId])
  const row = await lockRow(work, interactions, interactionId)
  const account = held.get(row.accountId)
  if (!account) throw new Refusal('changedMeanwhile', { version: row.version })
  mustMayChange(work.actor, row, account)
  return { row, account, other: alsoAccountId ? (held.get(alsoAccountId) ?? account) : account }
}

/** Brings the people of a contact in line: who was there, when it was, and for whom it counts. */
export async function keepPeople(work: Work, row: Row, input: Pick<Edit, 'personIds' | 'answeredIds'>) {
  const rows = await findPeopleRows(work, row.id)
  const before = rows.filter((each) => each.archivedAt === null)
  const personIds = [...new Set(input.personIds ?? before.map((each) => each.personId))]
  const answeredIds =
    input.answeredIds.length > 0
      ? input.answeredIds
      : before.filter((each) => each.answered).map((each) => each.personId)
  const answered = row.planned
    ? new Set<string>()
    : answeredOf({ channel: row.channel, twoWay: row.twoWay, personIds, answeredIds })
  const known = new Set(rows.map((each) => each.personId))
  const fresh = personIds.filter((id) => !known.has(id))
  await insertRows(
    work,
    interactionPeople,
    fresh.map((personId) => ({
      interactionId: row.id,
      personId,
      happenedAt: row.happenedAt,
      answered: answered.has(personId),
    })),
  )
  const gone = before.filter((each) => !personIds.includes(each.personId))
  await changeRows(
    work,
    interactionPeople,
    gone.map((each) => each.id),
    { archivedAt: work.now },
  )
  for (const counts of [true, false]) {
    const stale = rows.filter(
      (each) =>
        personIds.includes(each.personId) &&
        answered.has(each.personId) === counts &&
        (each.answered !== counts || each.archivedAt !== null || +each.happenedAt !== +row.happenedAt),
    )
    const patch = { answered: counts, happenedAt: row.happenedAt, archivedAt: null }
    await changeRows(
      work,
      interactionPeople,
      stale.map((each) => each.id),
      patch,
    )
  }
}

export const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map((row) => row.id)
