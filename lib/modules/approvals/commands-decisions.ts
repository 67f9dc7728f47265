import { approvalSeats } from '@/db/schema/approvals'
import { command, type Work } from '@/lib/kernel/command'
import { cut } from '@/lib/kernel/cut'
import { Refusal } from '@/lib/kernel/refusal'
import { seesMargin } from '@/lib/kernel/rights'
import { saidInAll } from '@/lib/kernel/said'
import { changeRow } from '@/lib/kernel/write'
import { notify } from '@/lib/modules/notifications/commands'
import { askApprovers, keepRound, tell } from './commands-round'
import { may } from './manifest'
import { messages } from './messages'
import { answerInput, type DifferenceLine, decideInput, decideManyInput, runRef } from './model'
import { findDelegations, type Held, holdRun, holdRuns } from './queries-held'
import { findTalk } from './queries-story'
import { consent, ended, hasConsented, type Round, turnOf } from './rules'
import type { Delegation } from './rules-delegations'
import {
  mustBeAsked,
  mustBeAsSeen,
  mustBeAuthor,
  mustBeHarmless,
  mustBeOpen,
  mustBeTurn,
  mustSayWhy,
} from './rules-refusals'

const refreshes = ['/review', '/review/[runId]']
const deciding = { permission: may.decide, messages, refreshes }
const submitting = { permission: may.submit, messages, refreshes }

/**
 * Approves, sends back, rejects or asks, for oneself or for somebody whose delegate one is now. Approving twice changes
 * nothing. Refuses one's own, what is not one's turn, and content that changed since it was seen (with what changed).
 */
export const decide = command({
  name: 'approvals.decide',
  ...deciding,
  input: decideInput,
  async run(work, { runId, ...wish }) {
    mustSayWhy(wish.decision, wish.comment)
    const held = await holdRun(work, runId)
    const state = await decideOne(work, held, wish, await findDelegations(work))
    return { runId, state }
  },
})

type Wish = {
  stepId: string | null
  decision: 'approve' | 'sendBack' | 'reject' | 'ask'
  contentHash: string
  comment: string | null
}
const endings = { sendBack: 'changesRequested', reject: 'rejected' } as const

async function decideOne(work: Work, held: Held, wish: Wish, delegations: readonly Delegation[]) {
  const { row, round } = held
  const { actor, now } = work
  const { stepId, decision, comment } = wish
  const asking = { actorId: actor.id, now, subjectKind: row.subjectKind, delegations, stepId }
  const turn = turnOf(round, asking)
  if (typeof turn === 'string' && decision === 'approve' && hasConsented(round, actor.id, stepId)) return round.state
  const { seatId, stepId: at, onBehalfOf } = mustBeTurn(turn)
  mustBeSeen(work, held, wish.contentHash)
  await tell(work, row, decision, { stepId: at, holderId: onBehalfOf ?? actor.id, comment })
  if (decision === 'ask') {
    await sayToAuthors(work, held, 'noticeAskedBack', comment)
    return round.state
  }
  const after = decision === 'approve' ? consent(round, seatId, actor.id, 'approved') : ended(round, endings[decision])
  const asked = await keepRound(work, held, after)
  if (decision === 'approve') await changeRow(work, approvalSeats, { id: seatId }, { actedAt: now })
  await follow(work, held, after, asked, comment)
  return after.state
}

function mustBeSeen({ actor }: Work, { row }: Held, contentHash: string) {
  const [lines, linesBefore] = [row.lines as DifferenceLine[], row.linesBefore as DifferenceLine[] | null]
  mustBeAsSeen(
    { contentHash: row.contentHash, lines, linesBefore },
    contentHash,
    ({ label }) => label[actor.locale],
    seesMargin(actor),
  )
}

/** Whoever comes next is asked; when the run is over, its authors are told. */
export async function follow(
  work: Work,
  held: Held,
  after: Round,
  asked: readonly { holderId: string }[],
  comment: string | null = null,
): Promise<void> {
  const holders = asked.map(({ holderId }) => holderId)
  await askApprovers(work, held.row, after, holders)
  if (after.state !== held.round.state && after.state !== 'pending')
    await sayToAuthors(work, { ...held, round: after }, `noticeOutcome_${after.state}`, comment)
}

type Notice = 'noticeAskedBack' | `noticeOutcome_${'approved' | 'rejected' | 'changesRequested' | 'withdrawn'}`

async function sayToAuthors(work: Work, { row, round }: Held, said: Notice, comment: string | null) {
  await work.call(notify, {
    memberIds: round.authors.filter((id) => id !== work.actor.id),
    kind: 'approvalOutcome',
    text: saidInAll(messages, said, (locale) => ({
      title: row.title[locale],
      by: work.actor.name,
      comment: cut(comment ?? '', 300),
    })),
    href: `/review/${row.id}`,
    urgent: true,
    subjectKind: 'approvalOutcome',
    subjectId: row.id,
    key: `approval:${row.id}:${said}:${work.commandId}`,
  })
}

export type Refused = { runId: string; title: string; reason: string }

/**
 * Approves several harmless ones at once. Those that may not be approved so are left as they are and named with the
 * reason; the others are approved.
 */
export const decideMany = command({
  name: 'approvals.decideMany',
  ...deciding,
  input: decideManyInput,
  async run(work, { seen }): Promise<{ approved: number; refused: Refused[] }> {
    const hashes = new Map(seen.map((each) => each.split(':') as [string, string]))
    const held = await holdRuns(work, [...hashes.keys()])
    const delegations = await findDelegations(work)
    const refused: Refused[] = []
    for (const each of held) {
      const { row } = each
      const wish = { stepId: null, decision: 'approve' as const, comment: null, contentHash: hashes.get(row.id) ?? '' }
      try {
        mustBeHarmless(row.harmless)
        await decideOne(work, each, wish, delegations)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const { locale } = work.actor
        refused.push({ runId: row.id, title: row.title[locale], reason: error.sentence(locale) })
      }
    }
    return { approved: held.length - refused.length, refused }
  },
})

/** Answers what an approver asked; they are told. */
export const answerQuestion = command({
  name: 'approvals.answerQuestion',
  ...submitting,
  input: answerInput,
  async run(work, { runId, comment }) {
    const { row, round } = await holdRun(work, runId)
    mustBeAuthor(round.authors, work.actor.id)
    mustBeOpen(round.state)
    const talk = await findTalk(work, runId)
    mustBeAsked(talk.map(({ decision }) => decision))
    await tell(work, row, 'answer', { comment })
    const asker = talk.findLast(({ decision }) => decision === 'ask')?.actedById
    await work.call(notify, {
      memberIds: asker ? [asker] : [],
      kind: 'approval',
      text: saidInAll(messages, 'noticeAnswered', (locale) => ({
        title: row.title[locale],
        comment: cut(comment, 300),
      })),
      href: `/review/${row.id}`,
      urgent: true,
      subjectKind: 'approval',
      subjectId: row.id,
      key: `approval:${row.id}:answer:${work.commandId}`,
    })
    return { runId }
  },
})

/** Takes one's own submission back. */
export const withdraw = command({
  name: 'approvals.withdraw',
  ...submitting,
  input: runRef,
  async run(work, { runId }) {
    const held = await holdRun(work, runId)
    mustBeAuthor(held.round.authors, work.actor.id)
    mustBeOpen(held.round.state)
    await keepRound(work, held, ended(held.round, 'withdrawn'))
    await tell(work, held.row, 'withdraw')
    return { runId }
  },
})
