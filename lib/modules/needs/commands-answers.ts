import { advocacies, needAnswers, needVerifications } from '@/db/schema/needs'
import { command, todayOf } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { changeRow, changeRows, insertRow, lockRow } from '@/lib/kernel/write'
import { findContact } from '@/lib/modules/interactions/queries-timeline'
import { needInHand, openNeedInHand, readNeedInHand, settle } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { answerInput, refreshed, verifyInput } from './model'
import { answerRef } from './model-advocacy'
import { contentHashOf, findOwedReplies, findPassedOn, findVerifications, isMadeSure } from './queries-held'
import { findProcedureInForce } from './queries-procedures'
import {
  isVerified,
  mustBeAsRead,
  mustBeSameAccount,
  mustBeSureOfAnswer,
  mustBeVerifiable,
  mustHaveChecked,
  mustHavePassed,
} from './rules'

/**
 * A second reader makes sure of a need as it stands, by the procedure in force for its kind: every point of it gone
 * through. Refuses the author, a need that is not measured or rests on a single source, and one that is not any more as
 * the reader had it before them.
 */
export const verify = command({
  name: 'needs.verify',
  permission: may.verify,
  input: verifyInput,
  messages,
  refreshes: refreshed,
  async run(work, { needId, checked, note, contentHash }) {
    const { need } = await readNeedInHand(work, needId)
    mustBeAsRead(contentHash, contentHashOf(need))
    mustBeVerifiable(work.actor, need, need.triangulated)
    const procedure = await findProcedureInForce(work, need.kind)
    mustHaveChecked(procedure?.checklist ?? [], checked)
    await insertRow(work, needVerifications, {
      needId,
      accountId: need.accountId,
      procedureVersionId: procedure?.versionId ?? null,
      checked: procedure ? checked.filter((point) => procedure.checklist.includes(point)) : [],
      note,
      contentHash: contentHashOf(need),
      verifiedBy: work.actor.id,
      verifiedOn: todayOf(work),
    })
    const { state } = await settle(work, needId)
    return { id: needId, state }
  },
})

/**
 * What we replied, when, and in which contact. A decision on the need that the client was still owed is passed on with
 * it. Refuses while something rests on the need and nobody has verified it.
 */
export const answer = command({
  name: 'needs.answer',
  permission: may.record,
  input: answerInput,
  messages,
  refreshes: [...refreshed, '/(crm)/needs/advocacy'],
  async run(work, { needId, text, answeredOn, interactionId }) {
    const { need } = await openNeedInHand(work, needId)
    const contact = interactionId ? await findContact(work, interactionId) : null
    if (contact) mustBeSameAccount(contact.accountId, need.accountId)
    const day = answeredOn ?? (contact ? dayOf(new Date(contact.happenedAt), work.actor.timeZone) : todayOf(work))
    mustHavePassed(day, todayOf(work), 'answeredOn')
    const madeSure = isMadeSure(need, await findVerifications(work, [needId]))
    mustBeSureOfAnswer(need.feeds, isVerified({ ...need, madeSure }))
    const row = await insertRow(work, needAnswers, {
      needId,
      accountId: need.accountId,
      text,
      answeredOn: day,
      interactionId,
      memberId: work.actor.id,
    })
    const owed = (await findOwedReplies(work, [needId])).map((each) => each.id)
    await changeRows(work, advocacies, owed, { repliedOn: day, replyId: row.id })
    const { state } = await settle(work, needId)
    return { id: needId, answerId: row.id, state, passedOn: owed.length }
  },
})

/** Takes an answer back that was a slip; what it passed on is owed again. */
export const removeAnswer = command({
  name: 'needs.removeAnswer',
  permission: may.record,
  input: answerRef,
  messages,
  refreshes: [...refreshed, '/(crm)/needs/advocacy'],
  async run(work, { answerId }) {
    const row = await lockRow(work, needAnswers, answerId)
    await needInHand(work, row.needId)
    await changeRow(work, needAnswers, { id: answerId }, { archivedAt: work.now })
    const passedOn = await findPassedOn(work, answerId)
    await changeRows(work, advocacies, passedOn, { repliedOn: null, replyId: null })
    await settle(work, row.needId)
    return { id: row.needId }
  },
})
