import type { Look } from '@/lib/kernel/command'
import { findChange } from './queries-approval'
import type { findVersion } from './queries-held'
import { findObligations } from './queries-obligations-held'
import { findTellable } from './queries-readers'
import { findSignatories } from './queries-signatories'
import { comparable, linesOf } from './rules-approval'
import { touchedAspects } from './rules-aspects'
import { concernedBy } from './rules-concerned'

const clausePart = 'clause:'

/** Whom what a version changed concerns, and who may read it; `besides` is whom others know it to concern. */
export async function findConcerned(
  look: Look,
  { agreement, account, version }: Awaited<ReturnType<typeof findVersion>>,
  besides: readonly string[],
): Promise<string[]> {
  const [{ before, after }, owed, tellable, signatories] = await Promise.all([
    findChange(look, version),
    findObligations(look, [agreement.id]),
    findTellable(look, { agreement, account }),
    findSignatories(look, version.id),
  ])
  const { currency } = after.facts
  const clauses = linesOf(before, after).flatMap(({ key }) =>
    key.startsWith(clausePart) ? [key.slice(clausePart.length)] : [],
  )
  return concernedBy(
    {
      aspects: touchedAspects(comparable(before, currency), comparable(after, currency)),
      clauseKeys: new Set(clauses),
    },
    { leads: [agreement.ownerId, agreement.backupId, account.ownerId], owed, tellable },
    { besides, know: [version.draftedBy, ...signatories.map(({ memberId }) => memberId)] },
  )
}
