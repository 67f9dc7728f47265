import { termNeeds } from '@/db/schema/terms'
import type { Work } from '@/lib/kernel/command'
import { changeRows, insertRows } from '@/lib/kernel/write'
import { restOn } from '@/lib/modules/needs/commands'
import { findServed, findStillServed } from './queries-needs'

type Serving = { accountId: string; departureId: string; needIds: readonly string[] }

/** Has a departure serve exactly these needs: a need that a term rests on is to be verified; one that none does is not. */
export async function keepNeeds(work: Work, { accountId, departureId, needIds }: Serving) {
  const served = await findServed(work, [departureId])
  const added = [...new Set(needIds)].filter((each) => !served.some(({ needId }) => needId === each))
  await leave(
    work,
    accountId,
    served.filter(({ needId }) => !needIds.includes(needId)),
  )
  if (added.length === 0) return
  await work.call(restOn, { accountId, feed: 'term', added, gone: [] })
  await insertRows(
    work,
    termNeeds,
    added.map((needId) => ({ departureId, needId, accountId })),
  )
}

/** The departures are given up: what they served rests on the other terms that serve it, if there are any. */
export const leaveNeeds = async (work: Work, accountId: string, departureIds: readonly string[]) =>
  leave(work, accountId, await findServed(work, departureIds))

type Link = { id: string; departureId: string; needId: string }

async function leave(work: Work, accountId: string, links: readonly Link[]) {
  if (links.length === 0) return
  await changeRows(
    work,
    termNeeds,
    links.map(({ id }) => id),
    { archivedAt: work.now },
  )
  const needIds = [...new Set(links.map(({ needId }) => needId))]
  const still = await findStillServed(work, needIds)
  const gone = needIds.filter((needId) => !still.includes(needId))
  if (gone.length > 0) await work.call(restOn, { accountId, feed: 'term', added: [], gone })
}

/** The next version serves what the one before served: by the departures that were copied, from which to which. */
export async function copyNeeds(work: Work, accountId: string, copies: ReadonlyMap<string, string>) {
  const served = await findServed(work, [...copies.keys()])
  await insertRows(
    work,
    termNeeds,
    served.flatMap(({ departureId, needId }) => {
      const to = copies.get(departureId)
      return to ? [{ departureId: to, needId, accountId }] : []
    }),
  )
}
