import { negotiationChecks, negotiationIssues, negotiationOffers, negotiations } from '@/db/schema/negotiations'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { dayOf, instantOf } from '@/lib/kernel/day'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, changeRows, insertRow } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { settle as settleNotifications } from '@/lib/modules/notifications/commands'
import { negotiates } from './commands'
import { move } from './commands-states'
import { holdNegotiation, holdSecretly, keepNegotiation } from './commands-upkeep'
import { offerMessages } from './messages-offers'
import type { OfferValues } from './model-issues'
import { acceptOfferInput, changeOfferInput, recordOfferInput, reissueOfferInput, stepOfferInput } from './model-offers'
import { checkOf } from './queries-checks'
import { type FoundNegotiation, findGroup } from './queries-held'
import { type FoundOffer, findOffer, findOffers } from './queries-offers'
import { findPolicyCheck } from './queries-policy'
import { findIssues, findStakes } from './queries-table'
import { besideEachIssue, placeWhenSaid } from './rules-drafts'
import { mustFitIssues } from './rules-issues'
import {
  counted,
  guardsOf,
  mustBeDraft,
  mustBeOursToDraft,
  mustBeTimely,
  mustHaveIssues,
  mustHaveLapsed,
  mustHaveSeen,
  mustSayWhy,
  mustWeighRisk,
  nextNumber,
  nextRound,
  outwardOf,
  packageOf,
  passesPolicy,
  stateOn,
  valuesFrom,
  winsAtLimit,
} from './rules-offers'
import { mustBeAlive } from './rules-rights'
import { mustStepOffer } from './rules-states'

/**
 * Writes an offer of either side down, whole or in part. Ours is checked against the mandate; whether it is inside is kept
 * for the mandate group and hinders nobody from saying what was said. Refuses unknown issues, empty offers and values that
 * do not fit, each beside its field, and whoever has not seen the last offer.
 */
export const recordOffer = command({
  name: 'negotiations.recordOffer',
  ...negotiates,
  input: recordOfferInput,
  async run(work, { negotiationId, side, version, round, day, draft, values: typed, ...terms }) {
    const held = await holdNegotiation(work, negotiationId)
    const { negotiation } = held
    mustBeAlive(negotiation.state)
    mustBeOursToDraft(side, draft)
    const [issues, offers] = [await findIssues(work, negotiationId), await findOffers(work, negotiationId)]
    mustHaveIssues(issues)
    const values = valuesFrom(issues, typed)
    mustFitIssues(issues.map(outwardOf), values)
    mustHaveSeen(version, offers.at(-1), issues, wordsFor(work))
    const today = todayOf(work)
    mustBeTimely(day ?? today, terms.validUntil, today)
    const number = nextNumber(offers)
    const row = await insertRow(work, negotiationOffers, {
      ...terms,
      negotiationId,
      accountId: negotiation.accountId,
      number,
      round: round ?? nextRound(offers, side),
      side,
      at: day === null || day === today ? work.now : instantOf(day, '12:00', work.actor.timeZone),
      values,
      state: draft ? 'draft' : side === 'us' ? 'sent' : 'received',
      recordedBy: work.actor.id,
    })
    await keepCheck(work, held, { ...row, no: number, side, values }, offers)
    if (!draft) await say(work, held, side, offers)
    await keepNegotiation(work, negotiationId)
    return { negotiationId, offerId: row.id, number, round: row.round }
  },
})

type Issues = Awaited<ReturnType<typeof findIssues>>

function wordsFor({ actor }: Work) {
  const t = translatorOf(offerMessages, actor.locale)
  return { yes: t('yes'), no: t('no') }
}

/** The first thing said opens the negotiation; every offer answers what the other side had on the table. */
async function say(work: Work, held: FoundNegotiation, side: string, offers: readonly FoundOffer[]) {
  if (held.negotiation.state !== 'open') await move(work, held, 'begin')
  const answered = offers.filter(
    (offer) => offer.side !== side && (offer.state === 'sent' || offer.state === 'received'),
  )
  await changeRows(
    work,
    negotiationOffers,
    answered.map(({ id }) => id),
    { state: 'countered' },
  )
  await Promise.all(answered.map(({ id }) => settled(work, id)))
}

const settled = (work: Work, offerId: string) =>
  work.call(settleNotifications, { subjectKind: 'negotiationOffer', subjectId: offerId })

/** How an offer stands to the mandate of today, kept where only the mandate group reads. */
async function keepCheck(
  work: Work,
  { negotiation }: FoundNegotiation,
  offer: Pick<FoundOffer, 'id' | 'no' | 'side' | 'values'>,
  offers: readonly FoundOffer[],
) {
  const whole = packageOf(offer, offers.filter(counted))
  const { extended, ...check } = await checkOf(work, { negotiationId: negotiation.id, offerId: offer.id }, whole)
  const policy = offer.side === 'us' ? await findPolicyCheck(work, negotiation, whole) : null
  const part = { negotiationId: negotiation.id, accountId: negotiation.accountId, offerId: offer.id }
  await insertRow(work, negotiationChecks, { ...part, ...check, policy })
  return { ...check, policy, extended }
}

/** Whether the pricing policy lets an offer out. Consent by the mandate counts for the mandate group alone: others learn nothing of it. */
async function maySend(work: Work, held: FoundNegotiation, offer: FoundOffer, offers: readonly FoundOffer[]) {
  const check = await keepCheck(work, held, offer, offers)
  const inGroup = await findGroup(work, held.negotiation)
  return passesPolicy(inGroup ? check : { ...check, outside: true, extended: false })
}

async function holdOffer(
  work: Work,
  { negotiationId, offerId }: { negotiationId: string; offerId: string },
  secretly = false,
) {
  const held = await (secretly ? holdSecretly : holdNegotiation)(work, negotiationId)
  const offers = await findOffers(work, negotiationId)
  return { held, offers, offer: findOffer(offers, offerId), today: todayOf(work) }
}

/** Changes a draft of ours, and checks it anew. Refuses what somebody else changed since, with what it says now beside it. */
export const changeOffer = command({
  name: 'negotiations.changeOffer',
  ...negotiates,
  input: changeOfferInput,
  async run(work, { negotiationId, offerId, version, values: typed, ...terms }) {
    const { held, offers, offer, today } = await holdOffer(work, { negotiationId, offerId })
    mustBeAlive(held.negotiation.state)
    mustBeDraft(offer.state)
    const issues = await findIssues(work, negotiationId)
    const values = valuesFrom(issues, typed)
    mustFitIssues(issues.map(outwardOf), values)
    mustBeTimely(dayOf(offer.at, work.actor.timeZone), terms.validUntil, today)
    const both = { now: offer.values, typed: values, version: offer.version }
    const row = await changeRow(work, negotiationOffers, { id: offerId, version }, { ...terms, values }).catch(
      (refusal: unknown) => {
        throw besideEachIssue(refusal, both, issues, wordsFor(work))
      },
    )
    await keepCheck(work, held, { ...offer, values: row.values }, offers)
    return { negotiationId, offerId, version: row.version }
  },
})

/**
 * Takes an offer a step further: a draft to the internal check and back, then sent; an open one declined, with a reason, or
 * withdrawn. Refuses what is not possible from where it stands. Sent after others were said, a draft is counted after them.
 */
export const stepOffer = command({
  name: 'negotiations.stepOffer',
  ...negotiates,
  input: stepOfferInput,
  async run(work, { negotiationId, offerId, event, reason }) {
    const { held, offers, offer: found, today } = await holdOffer(work, { negotiationId, offerId })
    mustBeAlive(held.negotiation.state)
    const place = event === 'send' ? placeWhenSaid(found, offers) : found
    const offer = { ...found, no: place.no, round: place.round }
    const standing = stateOn(offer, today)
    const passes = event !== 'send' || (await maySend(work, held, offer, offers))
    const state = mustStepOffer(standing, event, guardsOf(offer, offers, { today, inside: null, passes }))
    if (event === 'decline') mustSayWhy(reason)
    if (event === 'check') await keepCheck(work, held, offer, offers)
    const sent = event === 'send' ? { at: work.now, number: place.no, round: place.round } : {}
    await changeRow(work, negotiationOffers, { id: offerId }, { state, stateReason: reason, ...sent })
    if (event === 'send') await say(work, held, offer.side, offers)
    await settled(work, offerId)
    await keepNegotiation(work, negotiationId)
    return { negotiationId, offerId, state }
  },
})

/**
 * Both sides agree on the latest offer of one of them: the negotiation is agreed in principle, with what that side said
 * last on every issue. For the mandate group. Refuses what has lapsed, was withdrawn or followed by a later one, what goes
 * beyond the mandate of today until it is extended, and a win at the other side's limit without a word on the relationship.
 */
export const acceptOffer = command({
  name: 'negotiations.acceptOffer',
  ...negotiates,
  input: acceptOfferInput,
  async run(work, { negotiationId, offerId, relationshipRisk }) {
    const { held, offers, offer, today } = await holdOffer(work, { negotiationId, offerId }, true)
    const { negotiation } = held
    const agreed = packageOf(offer, offers.filter(counted))
    const { outside } = await keepCheck(work, held, offer, offers)
    const met = guardsOf(offer, offers, { today, inside: !outside, passes: true })
    const state = mustStepOffer(stateOn(offer, today), 'accept', met)
    const risk = relationshipRisk ?? negotiation.relationshipRisk
    const issues = await findIssues(work, negotiationId)
    mustWeighRisk(await findWins(work, negotiationId, issues, agreed), risk)
    await changeRow(work, negotiationOffers, { id: offerId }, { state })
    await changeEach(
      work,
      negotiationIssues,
      issues.map(({ id, key }) => ({ id, agreedValue: agreed[key] ?? null })),
    )
    const settlement = { agreedOfferId: offerId, agreedAt: work.now, relationshipRisk: risk }
    await changeRow(work, negotiations, { id: negotiationId }, settlement)
    await move(work, held, 'agree')
    await settled(work, offerId)
    return { negotiationId, offerId }
  },
})

/** The names of the issues that are won at the other side's limit. */
async function findWins(work: Work, negotiationId: string, issues: Issues, agreed: OfferValues) {
  const stakes = await findStakes(work, negotiationId)
  const edges = issues.map(({ id, key, kind }) => {
    const stake = stakes.get(id)
    const ours = { ourTarget: stake?.target ?? null, ourLimit: stake?.limit ?? null }
    return { key, kind, ...ours, theirLimit: stake?.theirLimit ?? null }
  })
  const won = new Set(winsAtLimit(edges, agreed))
  return issues.filter(({ key }) => won.has(key)).map(({ name }) => name)
}

/** Puts a lapsed offer on the table again, as a new one with the same values. */
export const reissueOffer = command({
  name: 'negotiations.reissueOffer',
  ...negotiates,
  input: reissueOfferInput,
  async run(work, { negotiationId, offerId, validUntil }) {
    const { offer, today } = await holdOffer(work, { negotiationId, offerId })
    mustHaveLapsed(stateOn(offer, today))
    const { side, channel, values, conditions, note } = offer
    const again = { side, channel, values: { ...values }, conditions, note, validUntil }
    return work.call(recordOffer, { negotiationId, ...again, round: null, day: null, draft: false })
  },
})
