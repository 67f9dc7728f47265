import { advocacies, needs } from '@/db/schema/needs'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { addDays } from '@/lib/kernel/day'
import { saidInAll } from '@/lib/kernel/said'
import { closedDaysOf } from '@/lib/kernel/workday'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { notify } from '@/lib/modules/notifications/commands'
import { findCalendarDays } from '@/lib/modules/workspace/queries'
import { mustNameMember, needInHand, openNeedInHand, settle } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { refreshed } from './model'
import { advocacyRef, advocateInput, decideInput } from './model-advocacy'
import { findNeed, findVerifications, isMadeSure } from './queries-held'
import { isVerified, mustLieAhead } from './rules'
import { mustBeSureBeforeAsking, mustBeUndecided, mustGiveReason, mustMayDecide, replyDueAfter } from './rules-advocacy'

const pages = [...refreshed, '/(crm)/needs/advocacy']

/**
 * Takes a verified need up inside the company: to whom, what is asked, who is to decide, by when. The need feeds an
 * advocacy from now on, and whoever is to decide is told.
 */
export const advocate = command({
  name: 'needs.advocate',
  permission: may.record,
  input: advocateInput,
  messages,
  refreshes: pages,
  async run(work, { needId, audience, ask, ownerId, dueOn }) {
    const { need, account } = await openNeedInHand(work, needId)
    await mustNameMember(work, ownerId)
    mustLieAhead(dueOn, todayOf(work), 'dueOn')
    const madeSure = isMadeSure(need, await findVerifications(work, [needId]))
    mustBeSureBeforeAsking(isVerified({ ...need, madeSure }))
    const row = await insertRow(work, advocacies, {
      needId,
      accountId: need.accountId,
      audience,
      ask,
      ownerId,
      authorId: work.actor.id,
      dueOn,
    })
    await changeRow(work, needs, { id: needId }, { feeds: [...new Set([...need.feeds, 'advocacy'])].toSorted() })
    await settle(work, needId)
    await tell(work, [ownerId], {
      key: `needs.advocacy.${row.id}`,
      needId,
      text: saidInAll(messages, 'askedOfYou', { account: account.name, need: need.title }),
    })
    return { id: needId, advocacyId: row.id }
  },
})

/**
 * Accepts what is asked for a need, puts it off, or declines it with the reason. From now on the client is owed an answer
 * within ten working days, and whoever asked is told.
 */
export const decide = command({
  name: 'needs.decide',
  permission: may.decide,
  input: decideInput,
  messages,
  refreshes: pages,
  async run(work, { advocacyId, decision, because }) {
    const found = await lockRow(work, advocacies, advocacyId)
    const { need, account } = await findNeed(work, found.needId)
    mustMayDecide(work.actor, found, account)
    mustBeUndecided(found)
    mustGiveReason(decision, because)
    const decidedOn = todayOf(work)
    const closed = closedDaysOf(await findCalendarDays(work, decidedOn, addDays(decidedOn, 60)))
    const replyDueOn = replyDueAfter(decidedOn, closed)
    await changeRow(
      work,
      advocacies,
      { id: advocacyId },
      { decision, because, decidedBy: work.actor.id, decidedOn, replyDueOn },
    )
    await settle(work, need.id)
    await tell(work, [...new Set([found.authorId, need.ownerId])], {
      key: `needs.decided.${advocacyId}`,
      needId: need.id,
      text: saidInAll(messages, `told_${decision}`, { account: account.name, need: need.title, day: replyDueOn }),
    })
    return { id: need.id, replyDueOn }
  },
})

/** Takes the asking back, as long as nobody has decided. */
export const withdrawAdvocacy = command({
  name: 'needs.withdrawAdvocacy',
  permission: may.record,
  input: advocacyRef,
  messages,
  refreshes: pages,
  async run(work, { advocacyId }) {
    const found = await lockRow(work, advocacies, advocacyId)
    await needInHand(work, found.needId)
    mustBeUndecided(found)
    await changeRow(work, advocacies, { id: advocacyId }, { archivedAt: work.now })
    return { id: found.needId }
  },
})

type News = { key: string; needId: string; text: ReturnType<typeof saidInAll> }

async function tell(work: Work, memberIds: readonly string[], { key, needId, text }: News): Promise<void> {
  const others = memberIds.filter((memberId) => memberId !== work.actor.id)
  if (others.length === 0) return
  await work.call(notify, {
    memberIds: others,
    kind: 'need',
    text,
    href: `/needs/${needId}`,
    urgent: false,
    subjectKind: 'need',
    subjectId: needId,
    key,
  })
}
