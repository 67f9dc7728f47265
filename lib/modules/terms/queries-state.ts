import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { findRuns } from '@/lib/modules/approvals/queries'
import { findAnswers } from '@/lib/modules/links/queries'
import type { SheetState } from './model'
import { findOutlines, findTimeline, type VersionRow } from './queries-held'
import { stateOf } from './rules-states'

export const subjectKind = 'termSheet' as const
export const standardKind = 'standardTerms' as const
export const writeOffKind = 'deductionWriteOff' as const

type About = Pick<VersionRow, 'id' | 'sheetId' | 'contentHash' | 'recordedAt'>

/** Where each version stands, from approvals, the timeline and today; and what the client last said of this content. */
export async function findStates(look: Look, versions: readonly About[]) {
  const ids = versions.map(({ id }) => id)
  const sheetIds = [...new Set(versions.map(({ sheetId }) => sheetId))]
  if (ids.length === 0) return new Map<string, VersionStanding>()
  const [runs, answers, outlines, timeline] = await Promise.all([
    findRuns(look, subjectKind, ids),
    findAnswers(look, subjectKind, ids),
    findOutlines(look, ids),
    findTimeline(look, sheetIds),
  ])
  const today = dayOf(look.now, look.actor.timeZone)
  return new Map(
    versions.map((version): [string, VersionStanding] => {
      const run = runs.get(version.id) ?? null
      const stretches = timeline.filter((each) => each.versionId === version.id)
      const last = stretches.at(-1)
      const followed = timeline.some((each) => each.sheetId === version.sheetId && each.fromDay === last?.untilDay)
      const sameRun = run && run.contentHash === version.contentHash ? run.state : null
      const answer = answers.get(version.id) ?? null
      const shown = outlines.find((each) => each.versionId === version.id && each.paperHash === answer?.contentHash)
      return [
        version.id,
        {
          state: stateOf({ run: sameRun, recorded: version.recordedAt !== null, stretches, followed }, today),
          run: run && { id: run.id, state: run.state },
          answer: answer && {
            id: answer.id,
            outcome: answer.outcome,
            comment: answer.comment,
            sameContent: shown?.contentHash === version.contentHash,
          },
        },
      ]
    }),
  )
}

export type VersionStanding = {
  state: SheetState
  run: { id: string; state: string } | null
  answer: { id: string; outcome: string; comment: string | null; sameContent: boolean } | null
}

export async function findState(look: Look, version: About): Promise<VersionStanding> {
  const standing = (await findStates(look, [version])).get(version.id)
  if (!standing) throw new Error('a version has a state')
  return standing
}
