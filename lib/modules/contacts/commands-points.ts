import { contactPoints } from '@/db/schema/contacts'
import { command, type Work } from '@/lib/kernel/command'
import { changeRow, changeRows, insertRow } from '@/lib/kernel/write'
import { keepFindable, livePersonInHand } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { addPointInput, editPointInput, type PointKind, pointRef } from './model'
import type { FoundPost } from './queries'
import { findOwnPoints, findPoint } from './queries-held'
import { mustBeNewPoint, readPoint } from './rules'

const pages = ['/contacts', '/contacts/[personId]', '/accounts/[accountId]/people']

/** One more way to reach the person, kept as typed; marked unchecked when it cannot be read. */
export const addPoint = command({
  name: 'contacts.addPoint',
  permission: may.edit,
  input: addPointInput,
  messages,
  refreshes: pages,
  async run(work, { personId, kind, value, preferred }) {
    const { posts } = await livePersonInHand(work, personId)
    const read = readPoint(kind, value, countryOf(posts))
    mustBeNewPoint({ kind, ...read }, await findOwnPoints(work, personId))
    const row = await insertRow(work, contactPoints, { personId, kind, preferred: preferred ?? false, ...read })
    if (row.preferred) await preferOnly(work, row)
    await keepFindable(work, [personId])
    return { id: row.id, personId }
  },
})

export const editPoint = command({
  name: 'contacts.editPoint',
  permission: may.edit,
  input: editPointInput,
  messages,
  refreshes: pages,
  async run(work, { pointId, version, kind, value, preferred }) {
    const point = await findPoint(work, pointId)
    const { posts } = await livePersonInHand(work, point.personId)
    const read = readPoint(kind, value, countryOf(posts))
    const others = (await findOwnPoints(work, point.personId)).filter((each) => each.id !== pointId)
    mustBeNewPoint({ kind, ...read }, others)
    const row = await changeRow(
      work,
      contactPoints,
      { id: pointId, version },
      { kind, ...read, ...(preferred !== undefined && { preferred }) },
    )
    if (row.preferred) await preferOnly(work, row)
    await keepFindable(work, [point.personId])
    return { id: pointId, personId: point.personId }
  },
})

export const archivePoint = command({
  name: 'contacts.archivePoint',
  permission: may.edit,
  input: pointRef,
  messages,
  refreshes: pages,
  run: (work, { pointId }) => keepPoint(work, pointId, work.now),
})

export const restorePoint = command({
  name: 'contacts.restorePoint',
  permission: may.edit,
  input: pointRef,
  messages,
  refreshes: pages,
  run: (work, { pointId }) => keepPoint(work, pointId, null),
})

async function keepPoint(work: Work, pointId: string, archivedAt: Date | null) {
  const { personId } = await findPoint(work, pointId)
  await livePersonInHand(work, personId)
  await changeRow(work, contactPoints, { id: pointId }, { archivedAt })
  await keepFindable(work, [personId])
  return { id: pointId, personId }
}

/** Phones without a country code are read as in the country where the person works. */
const countryOf = (posts: readonly FoundPost[]) => posts[0]?.country ?? null

/** One way of a kind is the preferred one. */
async function preferOnly(work: Work, point: { id: string; personId: string; kind: string }) {
  const kind = point.kind as PointKind
  const others = (await findOwnPoints(work, point.personId)).filter(
    (each) => each.kind === kind && each.preferred && each.id !== point.id,
  )
  await changeRows(
    work,
    contactPoints,
    others.map((each) => each.id),
    { preferred: false },
  )
}
