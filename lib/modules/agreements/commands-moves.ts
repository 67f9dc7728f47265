import { agreements, agreementVersions } from '@/db/schema/agreements'
import type { Work } from '@/lib/kernel/command'
import { changeHeld } from '@/lib/kernel/write'
import type { HeldVersion } from './queries-signatories'
import { type Move, movedBy } from './rules-moves'
import type { AgreementFacts } from './rules-states'

/**
 * Moves a version that is held, and the agreement with it while nothing of it holds yet; `stateReason` says why it came
 * back. Refuses what A02 does not allow, and names each guard that is not met.
 */
export async function moveByGuards(
  work: Work,
  { agreement, version }: HeldVersion,
  move: Move,
  facts: AgreementFacts,
  stateReason: string | null = null,
) {
  const after = movedBy({ agreement: agreement.state, version: version.state }, move, facts)
  const together = after.agreement === agreement.state ? {} : { state: after.agreement, stateReason }
  await changeHeld(work, agreements, agreement, { ...together, changedAt: work.now })
  const row = await changeHeld(work, agreementVersions, version, { state: after.version })
  return { agreementId: agreement.id, version: row.version, state: after.version }
}
