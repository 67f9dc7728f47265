import { addDays, type Day } from '@/lib/kernel/day'
import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'
import type { ActionKind, Decision, DifferenceLine } from './model'
import type { Demand } from './model-policies'
import type { NotNow, Round, Seat, Step, Turn } from './rules'
import type { Deciding } from './rules-approvers'
import { changedLines } from './rules-steps'

const no = refusals('approvals', messages)

/** Every step needs somebody who may take it. Refuses with the levels that have nobody. */
export function mustHaveApprovers(levels: readonly string[]): void {
  if (levels.length > 0) throw no('approverMissing', { levels: levels.join('、') })
}

/** A submission has all that its policy demands. Refuses with what it lacks; a missing reason is said beside its field too. */
export function mustHoldDemanded(missing: readonly Demand[], say: (demand: Demand) => string): void {
  if (missing.length === 0) return
  const said = { missing: missing.map(say).join('、') }
  if (!missing.includes('reason')) throw no('demandMissing', said)
  throw no('demandMissing', said, { reason: { code: 'reasonMissing' } })
}

/** It must be this member's turn. Refuses with why it is not: one's own, not asked, not yet, over. */
export function mustBeTurn(turn: Turn | NotNow): Turn {
  if (typeof turn === 'string') throw no(turn)
  return turn
}

type Seen = { contentHash: string; lines: readonly DifferenceLine[]; linesBefore: readonly DifferenceLine[] | null }

/** Consent is to exactly what was seen. Refuses with what changed; confidential lines are named only to those who may. */
export function mustBeAsSeen(run: Seen, seenHash: string, say: (line: DifferenceLine) => string, sees: boolean): void {
  if (run.contentHash === seenHash) return
  const changed = changedLines(run.linesBefore ?? [], run.lines).filter(({ confidential }) => sees || !confidential)
  if (changed.length === 0) throw no('changedSince')
  const named = changed.slice(0, 5).map(say).join('、')
  throw no('changedSinceIn', { lines: named })
}

/** The same where no lines are at hand to name. */
export function mustBeSeenAs(contentHash: string, seenHash: string): void {
  if (contentHash !== seenHash) throw no('changedSince')
}

/** Whoever does not simply agree says why. */
export function mustSayWhy(decision: Decision, comment: string | null): void {
  if (decision !== 'approve' && !comment) throw no('commentMissing', {}, { comment: { code: 'commentMissing' } })
}

/** Only what costs nothing may be approved with others at once. */
export function mustBeHarmless(harmless: boolean): void {
  if (!harmless) throw no('notHarmless')
}

export function mustBeAuthor(authors: readonly string[], memberId: string): void {
  if (!authors.includes(memberId)) throw no('notYours')
}

export function mustBeOpen(state: Round['state']): void {
  if (state !== 'pending') throw no('alreadyDecided')
}

/** An answer is owed only while a question is the last word between the two. */
export function mustBeAsked(decisions: readonly ActionKind[]): void {
  if (decisions.filter((each) => each === 'ask' || each === 'answer').at(-1) !== 'ask') throw no('nothingAsked')
}

type Word = { recorder: { id: string; isAssistant: boolean }; holderId: string; stepId: string; allowsWord: boolean }

/**
 * The seat that is filled by word: whose turn it is, said by the holder, recorded by an author or an assistant, under a
 * policy that allows it. W01.
 */
export function wordSeat(turn: readonly Step[], authors: readonly string[], word: Word): Seat {
  if (!word.allowsWord) throw no('wordNotAllowed')
  if (!authors.includes(word.recorder.id) && !word.recorder.isAssistant) throw no('notYours')
  if (word.holderId === word.recorder.id || authors.includes(word.holderId)) throw no('ownSubmission')
  const seat = turn
    .find(({ id }) => id === word.stepId)
    ?.seats.find((each) => each.holderId === word.holderId && each.state === 'open')
  if (!seat) throw no('notYourTurn')
  return seat
}

/** What was said was said by today, and not longer than a week ago. */
export function mustBeSaidLately(saidOn: Day, today: Day): void {
  if (saidOn > today) throw no('saidInFuture', {}, { saidOn: { code: 'saidInFuture' } })
  if (saidOn < addDays(today, -7)) throw no('saidLongAgo', {}, { saidOn: { code: 'saidLongAgo' } })
}

type Wish = { fromId: string; to: Deciding | undefined; mayDecide: boolean; startsOn: Day; endsOn: Day; today: Day }

/** A delegate is another member at work who may decide; the time begins before it ends and is not over. */
export function mustBeDelegation({ fromId, to, mayDecide, startsOn, endsOn, today }: Wish): void {
  const refused = (code: 'delegateSelf' | 'delegateMissing', field: string) => no(code, {}, { [field]: { code } })
  if (to?.id === fromId) throw refused('delegateSelf', 'toId')
  if (!to || !mayDecide) throw refused('delegateMissing', 'toId')
  if (endsOn < startsOn) throw no('endsBeforeItStarts', {}, { endsOn: { code: 'endsBeforeItStarts' } })
  if (endsOn < today) throw no('alreadyOver', {}, { endsOn: { code: 'alreadyOver' } })
}

export function mustConcern(concerned: boolean): void {
  if (!concerned) throw no('notYours')
}

/** Rules hold from a day that has not passed, so that nothing decided is judged anew. */
export function mustNotBeginEarlier(validFrom: Day, today: Day): void {
  if (validFrom < today) throw no('beginsInPast', {}, { validFrom: { code: 'beginsInPast' } })
}

export function mustBeAtWork(memberId: string | null, members: ReadonlyMap<string, unknown>, field: string): void {
  if (memberId !== null && !members.has(memberId)) throw no('memberMissing', {}, { [field]: { code: 'memberMissing' } })
}

export function mustBeJob(actor: { kind: string }): void {
  if (actor.kind !== 'job') throw no('onlyTheProduct')
}
