import { negotiationIssues, negotiationStakes } from '@/db/schema/negotiations'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { Refusal } from '@/lib/kernel/refusal'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { findProduct, listPriceOf } from '@/lib/modules/products/queries'
import { findTypes } from '@/lib/modules/terms/queries'
import { negotiates } from './commands'
import { keepMandate } from './commands-mandate-upkeep'
import { holdNegotiation, keepNegotiation } from './commands-upkeep'
import { tableMessages } from './messages-table'
import type { IssueKind } from './model-issues'
import { addIssueInput, editIssueInput, issueRef, moveIssueInput } from './model-table'
import { findIssueNegotiation, findIssues, findSpoken, findStakes } from './queries-table'
import {
  mustBeNegotiable,
  mustBeNew,
  mustBeOneThing,
  mustBePriced,
  mustKeepSpoken,
  not,
  withKeys,
} from './rules-editing'
import { keyOf, kindOfTerm } from './rules-table'

export const onTheTable = {
  ...negotiates,
  refreshes: [...negotiates.refreshes, '/negotiations/[negotiationId]/issues'],
}
const most = 60

/** Puts an issue on the table, named, measured and keyed by the kind of term that it is linked to where nothing else is said. */
export const addIssue = command({
  name: 'negotiations.addIssue',
  ...onTheTable,
  input: addIssueInput,
  async run(work, { negotiationId, termCode, productId, options, ...typed }) {
    const { negotiation, account } = await holdNegotiation(work, negotiationId)
    mustBeNegotiable(negotiation)
    const issues = await findIssues(work, negotiationId)
    if (issues.length >= most) throw not('tooManyIssues')
    mustBeOneThing(termCode, productId)
    const { name, kind, unit } = productId
      ? await asPrice(work, productId, negotiation.currency, typed)
      : await asTerm(work, termCode, typed)
    mustBeNew(name, issues)
    const key = keyOf(termCode ?? name, new Set(issues.map((issue) => issue.key)))
    const row = await insertRow(work, negotiationIssues, {
      negotiationId,
      accountId: account.id,
      ...{ key, name, kind, unit, termCode, productId },
      position: (issues.at(-1)?.position ?? 0) + 1,
      options: kind === 'ordinal' ? withKeys(options) : [],
    })
    await keepMandate(work, negotiation)
    await keepNegotiation(work, negotiationId)
    return { negotiationId, issueId: row.id }
  },
})

type Typed = { name: string | null; kind: IssueKind | null; unit: string | null }

async function asTerm(work: Work, termCode: string | null, { name, kind, unit }: Typed) {
  const types = termCode ? await findTypes(work) : []
  const type = types.find(({ code }) => code === termCode)
  const term = type && kindOfTerm(type, work.actor.locale)
  const whole = { name: name ?? type?.name, kind: kind ?? term?.kind, unit: unit ?? term?.unit ?? null }
  if (!whole.name) throw not('nameMissing', {}, { name: { code: 'nameMissing' } })
  if (!whole.kind) throw not('kindMissing', {}, { kind: { code: 'kindMissing' } })
  return { ...whole, name: whole.name, kind: whole.kind }
}

/** The price of a product: a number by the unit of the price list, or in % off it. */
async function asPrice(work: Work, productId: string, currency: string, { name, kind, unit }: Typed) {
  const product = await findProduct(work, productId)
  const day = dayOf(work.now, work.actor.timeZone)
  const listed = await listPriceOf(work, { productId, day, currency })
  mustBePriced(kind ?? 'numeric')
  const usual = `${currency === 'TWD' ? 'NT$' : currency}/${listed?.unit ?? product.baseUnit}`
  const said = translatorOf(tableMessages, work.actor.locale)('priceOf', { product: product.name })
  return { name: name ?? said, kind: 'numeric' as const, unit: unit ?? usual }
}

/** The issue with its negotiation, locked, where what is on the table may still change. Refuses with `notFound`. */
export async function holdIssue(work: Work, issueId: string) {
  const negotiationId = await findIssueNegotiation(work, issueId)
  const found = await holdNegotiation(work, negotiationId)
  mustBeNegotiable(found.negotiation)
  const issues = await findIssues(work, negotiationId)
  const issue = issues.find(({ id }) => id === issueId)
  if (!issue) throw new Refusal('notFound')
  return { ...found, negotiationId, issues, issue }
}

/**
 * Changes name, kind, unit and options of an issue; its key stays. What offers speak of stays too. Of another kind, what
 * was said of its worth counts no more, but for the weights.
 */
export const editIssue = command({
  name: 'negotiations.editIssue',
  ...onTheTable,
  input: editIssueInput,
  async run(work, { issueId, version, ...typed }) {
    const { issue, issues, negotiation, negotiationId } = await holdIssue(work, issueId)
    mustBeNew(
      typed.name,
      issues.filter(({ id }) => id !== issueId),
    )
    if (issue.productId) mustBePriced(typed.kind)
    const options = typed.kind === 'ordinal' ? withKeys(typed.options, issue.options) : []
    const spoken = await findSpoken(work, negotiationId)
    mustKeepSpoken(issue, { kind: typed.kind, options }, spoken.get(issue.key))
    const row = await changeRow(work, negotiationIssues, { id: issueId, version }, { ...typed, options })
    if (typed.kind !== issue.kind) await forgetWorth(work, negotiationId, issueId)
    await keepMandate(work, negotiation)
    await keepNegotiation(work, negotiationId)
    return { negotiationId, issueId, version: row.version }
  },
})

async function forgetWorth(work: Work, negotiationId: string, issueId: string) {
  const stake = (await findStakes(work, negotiationId)).get(issueId)
  const ours = { opening: null, target: null, limit: null, wanted: null, required: false, points: {} }
  const theirs = { theirTarget: null, theirLimit: null, theirPoints: {} }
  if (stake) await changeRow(work, negotiationStakes, { id: stake.id }, { ...ours, ...theirs })
}

/** Moves an issue one place up or down. No result hangs on the order. */
export const moveIssue = command({
  name: 'negotiations.moveIssue',
  ...onTheTable,
  input: moveIssueInput,
  async run(work, { issueId, to }) {
    const { issue, issues, negotiationId } = await holdIssue(work, issueId)
    const at = issues.indexOf(issue)
    const neighbour = issues[to === 'up' ? at - 1 : at + 1]
    if (neighbour) {
      await changeRow(work, negotiationIssues, { id: issueId }, { position: neighbour.position })
      await changeRow(work, negotiationIssues, { id: neighbour.id }, { position: issue.position })
    }
    return { negotiationId, issueId }
  },
})

/** Takes an issue off the table, with what was said of its worth. Refused once an offer speaks of it. */
export const removeIssue = command({
  name: 'negotiations.removeIssue',
  ...onTheTable,
  input: issueRef,
  async run(work, { issueId }) {
    const { issue, negotiation, negotiationId } = await holdIssue(work, issueId)
    const spoken = await findSpoken(work, negotiationId)
    if (spoken.has(issue.key)) throw not('issueInOffers', { issue: issue.name })
    const stake = (await findStakes(work, negotiationId)).get(issueId)
    await changeRow(work, negotiationIssues, { id: issueId }, { archivedAt: work.now })
    if (stake) await changeRow(work, negotiationStakes, { id: stake.id }, { archivedAt: work.now })
    await keepMandate(work, negotiation)
    await keepNegotiation(work, negotiationId)
    return { negotiationId }
  },
})
