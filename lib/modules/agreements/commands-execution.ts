import { agreements } from '@/db/schema/agreements'
import type { Work } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { layOut } from './commands-obligation-upkeep'
import { keepersOf, moveVersion, tellOf } from './commands-signing-upkeep'
import { keepTimeline } from './commands-timeline'
import type { FoundSignatory, HeldVersion } from './queries-signatories'
import { isComplete } from './rules-signing'
import { agreementStep } from './rules-states'

/** When everybody has signed the same paper, the version is executed and recorded, and what it says is what holds. A02. */
export async function executeWhenComplete(
  work: Work,
  held: HeldVersion,
  signatories: readonly FoundSignatory[],
): Promise<void> {
  const { agreement, version } = held
  if (version.frozenHash === null || !isComplete(signatories, version.frozenHash)) return
  const executedOn = signatories.reduce<Day>(
    (last, { signedOn }) => (signedOn && signedOn > last ? signedOn : last),
    '',
  )
  const recordedBy = work.actor.kind === 'member' || work.actor.kind === 'apiKey' ? work.actor.id : null
  const validFrom = version.kind === 'original' ? (version.startsOn ?? executedOn) : version.validFrom
  await moveVersion(work, held, 'executed', { patch: { validFrom, executedOn, recordedAt: work.now, recordedBy } })
  await keepTimeline(work, agreement.id)
  if (agreement.executedOn === null) await changeRow(work, agreements, { id: agreement.id }, { executedOn })
  await beginWhenReached(work, agreement.id)
  await layOut(work, [await lockRow(work, agreements, agreement.id)], dayOf(work.now, work.actor.timeZone))
  await tellOf(work, held, [...keepersOf(held), ...signatories.map(({ memberId }) => memberId)], 'toldExecuted', {}, '')
  await work.emit('agreements.executed', { agreementVersionId: version.id })
}

/**
 * An executed agreement is in force from its first day, once that has come; nothing happens before, nor to any other.
 * Answers whether it began.
 */
export async function beginWhenReached(work: Work, agreementId: string): Promise<boolean> {
  const { state, startsOn, executedOn } = await lockRow(work, agreements, agreementId)
  if (state !== 'executed') return false
  const firstDay = startsOn ?? executedOn
  const facts = { today: dayOf(work.now, work.actor.timeZone), startsOn: firstDay, openConditions: 0 }
  const step = agreementStep('executed', 'activate', facts)
  if (!step.ok) return false
  await changeRow(work, agreements, { id: agreementId }, { state: step.to, activeSince: firstDay, changedAt: work.now })
  return true
}
