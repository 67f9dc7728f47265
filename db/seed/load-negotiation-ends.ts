import type { Actor } from '@/lib/kernel/actor'
import { addDays } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { writeDebrief } from '@/lib/modules/negotiations/commands-debriefs'
import { talk } from '@/lib/modules/negotiations/commands-light'
import { acceptOffer } from '@/lib/modules/negotiations/commands-offers'
import { approvePackage, document, submitPackage } from '@/lib/modules/negotiations/commands-outcome'
import { acknowledge, draftNotices, sendNotice } from '@/lib/modules/negotiations/commands-results'
import { close, endWithoutDeal } from '@/lib/modules/negotiations/commands-states'
import type { Issue } from '@/lib/modules/negotiations/model-table'
import { findOffers } from '@/lib/modules/negotiations/queries-offers'
import { findNotices, findReaders } from '@/lib/modules/negotiations/queries-results'
import { consent } from './consent'
import { done } from './done'
import { type Known, named, type Setting } from './load-account'
import type { Staff } from './load-members'
import { stories } from './stories'
import { rowsOf, said } from './story'
import { type Ended, type NegotiationTold, talksTold } from './story-negotiations'

export type Page = Setting & { known: Known; at: (days: number, hour?: string) => Date }
export type Opened = { told: NegotiationTold; negotiationId: string; issues: readonly Issue[] }

export const ownerOf = (staff: Staff, account: string) => {
  const story = stories.find(({ key }) => key === account)
  if (!story) throw new Error(`no story is called ${account}`)
  return staff[story.owner]
}

const look = (actor: Actor, now: Date) => ({ actor, now })

/** How a negotiation ended, and what was learnt. */
export async function endIt(page: Page, opened: Opened) {
  const { ended } = opened.told
  if (!ended) return
  if (ended.deal) await agree(page, opened, ended.deal)
  if (ended.noDeal) await leave(page, opened, ended.noDeal)
  const { negotiationId, told } = opened
  const owner = ownerOf(page.staff, told.account)
  const { on, ...debrief } = ended.debrief
  await done(writeDebrief, owner, { negotiationId, ...debrief }, page.at(on))
  if (ended.deal?.written) await done(close, owner, { negotiationId }, page.at(ended.deal.written.closed))
}

/** Agreed on their last offer and consented to; then written into the terms, told to those concerned, who have read it. */
async function agree(page: Page, opened: Opened, deal: NonNullable<Ended['deal']>) {
  const { staff, at } = page
  const { told, negotiationId } = opened
  const owner = ownerOf(staff, told.account)
  const now = at(deal.on)
  const offers = await inTransaction(owner, 'read only', (tx) => findOffers({ tx, ...look(owner, now) }, negotiationId))
  const offerId = offers.find(({ number }) => number === deal.offer)?.id
  await done(acceptOffer, owner, { negotiationId, offerId, relationshipRisk: deal.risk }, now)
  const { state } = await done(submitPackage, owner, { negotiationId, reason: told.objective }, at(deal.on, '16:00'))
  if (state === 'pending') {
    await consent(staff, 'negotiationPackage', negotiationId, at(deal.consented))
    await done(approvePackage, owner, { negotiationId }, at(deal.consented, '15:00'))
  }
  if (deal.written) await writeDown(page, opened, deal.written)
}

type Writing = NonNullable<NonNullable<Ended['deal']>['written']>

async function writeDown({ staff, at, today }: Page, { told, negotiationId, issues }: Opened, days: Writing) {
  const owner = ownerOf(staff, told.account)
  const points = issues.flatMap(({ id, termCode }) =>
    termCode ? [] : [{ issueId: id, becomes: 'clause', because: null }],
  )
  const terms = { validFrom: addDays(today, -days.closed), factors: ['agreedTerms'], points }
  await done(document, owner, { negotiationId, ...terms }, at(days.documented))
  await done(draftNotices, owner, { negotiationId }, at(days.told))
  await tell({ staff, at }, owner, negotiationId, days)
}

type Told = { told: number; known: number }

async function tell({ staff, at }: Pick<Page, 'staff' | 'at'>, owner: Actor, negotiationId: string, days: Told) {
  const { notices, readers } = await inTransaction(owner, 'read only', async (tx) => {
    const reading = { tx, ...look(owner, at(days.told)) }
    const found = await findNotices(reading, negotiationId)
    return {
      notices: found,
      readers: await findReaders(
        reading,
        found.map(({ id }) => id),
      ),
    }
  })
  for (const { id: noticeId } of notices) await done(sendNotice, owner, { noticeId }, at(days.told, '15:00'))
  for (const { noticeId, memberId } of readers) {
    const reader = Object.values(staff).find(({ id }) => id === memberId)
    if (reader) await done(acknowledge, reader, { noticeId, comment: null }, at(days.known))
  }
}

async function leave(
  { staff, at, today }: Page,
  { told, negotiationId }: Opened,
  { on, due, ...end }: NonNullable<Ended['noDeal']>,
) {
  const owner = ownerOf(staff, told.account)
  await done(endWithoutDeal, owner, { negotiationId, ...end, dueOn: addDays(today, due) }, at(on))
}

/** Small talks, each a contact of its account. */
export async function enterTalks({ staff, known, at }: Page) {
  for (const [account = '', days, channel, asked, gave, got, result] of rowsOf(talksTold)) {
    const about = { accountId: named(known.accounts, account), direction: 'sell', kind: 'price', channel }
    const wish = { ...about, asked, gave: said(gave), got: said(got), result, productId: null, interactionId: null }
    await done(talk, ownerOf(staff, account), wish, at(Number(days), '11:00'))
  }
}
