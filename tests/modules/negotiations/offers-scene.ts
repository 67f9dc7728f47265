import { recordOffer } from '@/lib/modules/negotiations/commands-offers'
import type { NegotiationState } from '@/lib/modules/negotiations/model-states'
import { owner } from '@/tests/people'
import { done } from '../terms/scene'
import { aScene } from './scene'
import { addPart, aMandate, meet, putInState } from './standing'

type Side = 'us' | 'them'
type Values = Readonly<Record<string, string | boolean>>

/** What is on the table in every scene: a rebate, days to pay, a shelf, packing and words. */
const issues = [
  {
    key: 'rebate',
    name: '年度獎勵',
    kind: 'numeric',
    unit: '%',
    term: 'annualRebate',
    target: '1',
    limit: '3',
    theirs: '2',
  },
  {
    key: 'days',
    name: '付款天數',
    kind: 'numeric',
    unit: '天',
    term: 'paymentDays',
    target: '30',
    limit: '75',
    theirs: null,
  },
  { key: 'shelf', name: '端架', kind: 'ordinal', unit: null, term: null, target: 'four', limit: 'none', theirs: null },
  {
    key: 'exclusive',
    name: '獨家',
    kind: 'boolean',
    unit: null,
    term: 'exclusivity',
    target: null,
    limit: null,
    theirs: null,
  },
  { key: 'wording', name: '退貨文字', kind: 'text', unit: null, term: null, target: null, limit: null, theirs: null },
] as const
const shelves = [
  { key: 'none', label: '沒有', points: '0' },
  { key: 'two', label: '兩期', points: '50' },
  { key: 'four', label: '四期', points: '100' },
]

/** Limits of the mandate: the rebate at most 3, the days at most 75. */
const limits = {
  rebate: { kind: 'numeric', limit: '3', atLeast: false },
  days: { kind: 'numeric', limit: '75', atLeast: false },
}

/** A negotiation that is ready, with issues, what they are worth, and an approved mandate. */
export async function aTable({ mandate = true, state = 'ready' as NegotiationState } = {}) {
  const scene = await aScene()
  const of = { negotiationId: scene.negotiationId, memberId: scene.keeper.id }
  for (const [index, issue] of issues.entries()) {
    const { key, name, kind, unit, term, target, limit, theirs } = issue
    const options = kind === 'ordinal' ? shelves.map((shelf) => ({ key: shelf.key, label: shelf.label })) : []
    const issueId = await addPart('negotiation_issues', of, {
      key,
      name,
      kind,
      unit,
      term_code: term,
      position: index + 1,
      options,
    })
    const points = kind === 'ordinal' ? Object.fromEntries(shelves.map((shelf) => [shelf.key, shelf.points])) : {}
    const wanted = kind === 'boolean' ? false : null
    await addPart('negotiation_stakes', of, {
      issue_id: issueId,
      target,
      limit,
      weight: '1',
      wanted,
      their_limit: theirs,
      points,
    })
  }
  await meet(of, ['conductConfirmed'])
  if (mandate) await aMandate(of, { limits })
  await putInState(of.negotiationId, state)
  return { ...scene, of }
}
export type Table = Awaited<ReturnType<typeof aTable>>

export const offer = ({ keeper, negotiationId }: Table, side: Side, values: Values, more: object = {}, now?: Date) =>
  done(recordOffer, keeper, { negotiationId, side, channel: 'meeting', values, ...more }, now)

export const stateOf = async (offerId: string) => {
  const [row] = await owner()<{ state: string }[]>`select state from negotiation_offers where id = ${offerId}`
  return row?.state
}
