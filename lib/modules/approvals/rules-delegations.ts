/** Somebody stands in for somebody else from one moment up to, not including, another. */
export type Delegation = {
  fromId: string
  toId: string
  startsAt: Date
  endsAt: Date
  endedAt: Date | null
  /** The kinds of subjects it holds for; null for all. */
  subjectKinds: readonly string[] | null
}

/** Consent travels over at most so many delegations. */
export const longestChain = 3

/** What was last said of a delegation to the two whom it concerns. */
export type Announced = 'none' | 'started' | 'ended'

/** What is to be said of a delegation now: that it began, or, of one that was said to begin, that it is over. Never twice. */
export function announcementDue(
  delegation: Delegation & { announced: Announced },
  now: Date,
): Exclude<Announced, 'none'> | null {
  if (delegation.announced === 'none') return holdsAt(delegation, now) ? 'started' : null
  return delegation.announced === 'started' && !holdsAt(delegation, now) ? 'ended' : null
}

/** Whether a delegation holds at this moment: its first instant counts, its last does not. */
export const holdsAt = ({ startsAt, endsAt, endedAt }: Delegation, now: Date) =>
  startsAt <= now && now < endsAt && (endedAt === null || now < endedAt)

/**
 * Everybody for whom a member may act now, over chains of at most three delegations; circles end where they began. No
 * chain leads through `barred` (the authors of what is decided): they would choose who decides about their own. W01.
 */
export function principalsOf(
  actorId: string,
  delegations: readonly Delegation[],
  { now, subjectKind, barred = [] }: { now: Date; subjectKind: string; barred?: readonly string[] },
): ReadonlySet<string> {
  if (barred.includes(actorId)) return new Set()
  const holding = delegations.filter(
    (each) =>
      holdsAt(each, now) &&
      !barred.includes(each.fromId) &&
      (each.subjectKinds === null || each.subjectKinds.includes(subjectKind)),
  )
  const reached = new Set([actorId])
  let front: readonly string[] = [actorId]
  for (let hop = 0; hop < longestChain && front.length > 0; hop++) {
    front = holding
      .filter(({ fromId, toId }) => front.includes(toId) && !reached.has(fromId))
      .map(({ fromId }) => fromId)
    for (const id of front) reached.add(id)
  }
  reached.delete(actorId)
  return reached
}
