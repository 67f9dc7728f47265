import { addDays } from '@/lib/kernel/day'
import { cancel } from '@/lib/modules/agreements/commands-cancel'
import { decideRenewal } from '@/lib/modules/agreements/commands-decisions'
import { giveNotice, terminate } from '@/lib/modules/agreements/commands-lifecycle'
import { exitItems } from '@/lib/modules/agreements/model-lifecycle'
import { store } from '@/lib/modules/files/commands'
import { done } from './done'
import { type At, clockOf, keepDay, type Page, sign, submitted } from './load-agreements-held'
import { agreementGivenUp, agreementInReview, agreementsEnded, type EndedTold } from './story-agreements-ended'

/** Enters agreements that wait for consent, were given up, ran out as was decided, and were terminated with notice. */
export async function enterEndedAgreements(page: Page): Promise<void> {
  const at = clockOf(page.today)
  await submitted(page, agreementInReview, at(-3))
  const { because, ...givenUp } = agreementGivenUp
  const { owner, agreementId } = await submitted(page, givenUp, at(-34))
  await done(cancel, owner, { agreementId, reason: because }, at(-27))
  for (const { ending, ...told } of agreementsEnded) {
    const agreementId = await sign(page, told, at)
    await keepDay(page, addDays(page.today, told.from))
    await end(page, { ending, title: told.title, agreementId }, at)
  }
}

type Ending = Pick<EndedTold, 'ending' | 'title'> & { agreementId: string }

/** What runs out by itself is ended by the morning of its last day’s morrow, like everywhere. */
async function end({ staff, today }: Page, { ending, title, agreementId }: Ending, at: At): Promise<void> {
  const { sophia: manager } = staff
  const { how, reason } = ending
  if (how === 'lapse') {
    await done(decideRenewal, manager, { agreementId, decision: how, reason }, at(ending.decided))
    return
  }
  const letter = { name: `${title} 終止通知.txt`, content: new TextEncoder().encode(`${title}：${reason}。`) }
  const given = at(ending.given)
  const { id: fileId } = await done(store, manager, letter, given)
  await done(giveNotice, manager, { agreementId, reason, lastDay: addDays(today, ending.lastDay), fileId }, given)
  await done(terminate, manager, { agreementId, exitItems: [...exitItems] }, at(ending.settled))
}
