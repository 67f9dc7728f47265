import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { agreements, agreementTimeline, agreementVersions } from '@/db/schema/agreements'
import { type Stretch, timelineOf } from '@/lib/kernel/as-of'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { optionalId } from '@/lib/kernel/input'
import { mustBeJob } from '@/lib/kernel/job'
import { changeHeld, lockRow } from '@/lib/kernel/write'
import { clearLedger, keepLedger } from '@/lib/kernel/write-each'
import { headOf } from './commands-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { findDecisions, findExecutedVersions } from './queries-lifecycle-held'
import { findRecorded, findStretches, findTurning } from './queries-timeline'
import { endUnderNotice, termDayOf } from './rules-lifecycle'

const mostAtOnce = 200

/**
 * Writes the timeline of an agreement anew from everything that was executed, in the transaction that executes it, and notes
 * which version holds today: a later recorded one wins, a temporary one ends and the base resumes. A03.
 */
export async function keepTimeline(work: Work, agreementId: string): Promise<void> {
  const stretches = timelineOf(await findRecorded(work, agreementId))
  await clearLedger(work, agreementTimeline, eq(agreementTimeline.agreementId, agreementId))
  await keepLedger(
    work,
    agreementTimeline,
    stretches.map((stretch) => ({ ...stretch, agreementId })),
  )
  await keepCurrent(work, await lockRow(work, agreements, agreementId), stretches)
  await work.emit('agreements.recorded', { agreementId })
}

type Agreement = typeof agreements.$inferSelect

/** Notes the version that holds today, or that is to hold first, and what the agreement's head shows of it. */
async function keepCurrent(work: Work, agreement: Agreement, stretches: readonly Stretch[]): Promise<void> {
  const today = dayOf(work.now, work.actor.timeZone)
  const holding = stretches.find(({ fromDay, untilDay }) => fromDay <= today && (untilDay === null || today < untilDay))
  const versionId = (holding ?? stretches[0])?.versionId
  if (!versionId) return
  const version = await lockRow(work, agreementVersions, versionId)
  const head = headOf(version, termDayOf(agreement, today))
  const decisions = await findDecisions(work, [agreement.id])
  const signed = await findExecutedVersions(work, [agreement.id])
  const endsOn = endUnderNotice(head.endsOn, { decisions, signed }, today)
  const shown = { ...head, endsOn, currentVersionId: versionId, changedAt: work.now }
  await changeHeld(work, agreements, agreement, shown)
}

/**
 * Every morning: where another version holds since today, the agreement shows it, so many after one at a time. Only for the
 * product itself.
 */
export const turnVersions = command({
  name: 'agreements.turnVersions',
  permission: may.keepTime,
  messages,
  input: z.strictObject({ after: optionalId }),
  async run(work, { after }) {
    mustBeJob(work.actor)
    const turning = await findTurning(work, dayOf(work.now, work.actor.timeZone), { after, most: mostAtOnce })
    for (const agreementId of turning) {
      const agreement = await lockRow(work, agreements, agreementId)
      await keepCurrent(work, agreement, await findStretches(work, agreementId))
    }
    return { last: turning.at(-1) ?? null }
  },
})
