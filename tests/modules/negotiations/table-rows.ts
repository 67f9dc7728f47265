import { v7 as uuidv7 } from 'uuid'
import { owner } from '@/tests/people'

type Of = { negotiationId: string; memberId: string }

async function insert(table: string, { negotiationId }: Pick<Of, 'negotiationId'>, values: Record<string, unknown>) {
  const sql = owner()
  const [of] = await sql`select workspace_id, account_id from negotiations where id = ${negotiationId}`
  const id = uuidv7()
  await sql`insert into ${sql(table)} ${sql({ id, ...of, negotiation_id: negotiationId, ...values } as never)}`
  return id
}

const json = (value: unknown) => owner().json(value as never)

const rows = [
  {
    issue: { key: 'payment', name: '付款天數', kind: 'numeric', unit: '天', term_code: 'paymentDays', options: [] },
    stake: {
      opening: '30',
      target: '30',
      limit: '75',
      weight: 30,
      their_target: '90',
      their_limit: '45',
      their_weight: 50,
    },
  },
  {
    issue: { key: 'rebate', name: '年度獎勵', kind: 'numeric', unit: '%', term_code: 'annualRebate', options: [] },
    stake: { opening: '1', target: '1', limit: '4', weight: 45, their_target: '5', their_limit: '2', their_weight: 30 },
  },
  {
    issue: {
      key: 'display',
      name: '端架陳列',
      kind: 'ordinal',
      options: [
        { key: 'none', label: '沒有' },
        { key: 'two', label: '兩檔' },
        { key: 'four', label: '四檔' },
      ],
    },
    stake: {
      target: 'four',
      limit: 'none',
      weight: 25,
      points: { none: '0', two: '60', four: '100' },
      their_weight: 20,
      their_points: { none: '100', two: '70', four: '0' },
    },
  },
] as const

/** What is on the table of annual terms: two numbers that are terms and an issue with options, with what they are worth. */
export async function aTable(of: Of, { turned = false } = {}) {
  for (const [position, { issue, stake }] of (turned ? rows.toReversed() : rows).entries()) {
    const issueId = await insert('negotiation_issues', of, { position, ...issue, options: json(issue.options) })
    const { points = {}, their_points = {}, ...rest } = stake as Record<string, unknown>
    await insert('negotiation_stakes', of, {
      issue_id: issueId,
      confidence: 'medium',
      ...rest,
      points: json(points),
      their_points: json(their_points),
    })
  }
  const certain = (score: string) => json([{ label: '確定', probability: '1', score }])
  await insert('negotiation_alternatives', of, { side: 'us', name: '改供其他通路', outcomes: certain('35') })
  await insert('negotiation_alternatives', of, { side: 'them', name: '自有品牌', outcomes: certain('20') })
}

export type Values = Readonly<Record<string, string | boolean>>

/** Offers in turn, theirs first, one round for each pair. Answers their ids. */
export async function theOffers(of: Of, all: readonly Values[]) {
  const ids: string[] = []
  for (const [index, values] of all.entries())
    ids.push(
      await insert('negotiation_offers', of, {
        number: index + 1,
        round: Math.floor(index / 2) + 1,
        side: index % 2 === 0 ? 'them' : 'us',
        at: new Date(`2026-11-${10 + index}T02:00:00Z`),
        channel: 'meeting',
        values: json(values),
        state: 'countered',
        recorded_by: of.memberId,
      }),
    )
  return ids
}

export const fourOffers: readonly Values[] = [
  { payment: '90', rebate: '5', display: 'none' },
  { payment: '30', rebate: '1', display: 'four' },
  { payment: '75', rebate: '4', display: 'two' },
  { payment: '45', rebate: '2' },
]

/** Both accepted an offer: what it says stands on the issues, and the negotiation is agreed in principle. */
export async function accept({ negotiationId }: Of, offerId: string, values: Values) {
  const sql = owner()
  await sql`update negotiation_offers set state = 'accepted' where id = ${offerId}`
  for (const [key, value] of Object.entries(values))
    await sql`update negotiation_issues set agreed_value = ${json(value)}
      where negotiation_id = ${negotiationId} and key = ${key}`
  await sql`update negotiations set state = 'agreedInPrinciple', agreed_offer_id = ${offerId},
    agreed_at = now() - interval '1 hour' where id = ${negotiationId}`
}
