import { v7 as uuidv7 } from 'uuid'
import type { NegotiationGuard, NegotiationState } from '@/lib/modules/negotiations/model-states'
import { owner } from '@/tests/people'

type Of = { negotiationId: string; memberId: string }

/** Puts a negotiation into a state, as if it had come there. */
export const putInState = (negotiationId: string, state: NegotiationState) =>
  owner()`update negotiations set state = ${state} where id = ${negotiationId}`

const insert = async (table: string, { negotiationId }: Of, values: Record<string, unknown>): Promise<string> => {
  const sql = owner()
  const [of] = await sql<{ workspace_id: string; account_id: string }[]>`
    select workspace_id, account_id from negotiations where id = ${negotiationId}`
  const row = { id: uuidv7(), ...of, negotiation_id: negotiationId, ...values }
  const [made] = await sql<{ id: string }[]>`insert into ${sql(table)} ${sql(row as never)} returning id`
  return made?.id ?? ''
}

async function approved(of: Of, subjectKind: string, subjectId: string, contentHash: string) {
  const sql = owner()
  await sql`insert into approval_runs
    (id, workspace_id, subject_kind, subject_id, account_id, content_hash, title, href, facts, lines, totals, submitted_by,
     submitted_at, authors, state, decided_at)
    select ${uuidv7()}, workspace_id, ${subjectKind}, ${subjectId}, account_id, ${contentHash}, ${{ en: 'x', 'zh-TW': 'x' } as never}, '/',
      '{}', '[]', '{}', ${of.memberId}, now(), ${[of.memberId]}, 'approved', now()
    from negotiations where id = ${of.negotiationId}`
}

const offer = (of: Of, number: number, values: Record<string, unknown> = {}) =>
  insert('negotiation_offers', of, {
    number,
    round: 1,
    side: 'them',
    at: new Date(),
    channel: 'meeting',
    values: {},
    state: 'received',
    recorded_by: of.memberId,
    ...values,
  })

async function agreedOffer(of: Of): Promise<string> {
  const sql = owner()
  const [known] = await sql<{ id: string | null }[]>`
    select agreed_offer_id as id from negotiations where id = ${of.negotiationId}`
  if (known?.id) return known.id
  const id = await offer(of, 90, { state: 'accepted' })
  await sql`update negotiations set agreed_offer_id = ${id}, agreed_at = now() where id = ${of.negotiationId}`
  return id
}

/** An approved mandate that holds for a long time. */
export async function aMandate(of: Of, values: Record<string, unknown> = {}) {
  const number = values.number ?? 1
  const id = await insert('negotiation_mandates', of, {
    number,
    limits: {},
    content_hash: 'abc',
    valid_until: '2099-12-31',
    asked_by: of.memberId,
    ...values,
  })
  await approved(of, 'negotiationMandate', id, 'abc')
  return id
}

async function checklist(of: Of) {
  await owner()`update negotiations set checklist = '{indicators,nonverbal,bargaining,confirming}', etiquette = '先寒暄',
    conduct_confirmed_at = now(), conduct_confirmed_by = ${of.memberId} where id = ${of.negotiationId}`
  const issueId = await insert('negotiation_issues', of, {
    key: 'payment',
    name: '付款',
    position: 1,
    kind: 'numeric',
    options: [],
  })
  await insert('negotiation_stakes', of, { issue_id: issueId, target: '30', limit: '60' })
  await insert('negotiation_interests', of, { side: 'us', text: '現金流', priority: 1 })
  await insert('negotiation_interests', of, { side: 'them', text: '周轉', priority: 1 })
  await insert('negotiation_evidence', of, {
    kind: 'market',
    title: '市況',
    claim: '付款天數',
    taken_at: new Date(),
    taken_by: of.memberId,
  })
  await insert('negotiation_inputs', of, {
    kind: 'input',
    asked_by: of.memberId,
    asked_of: of.memberId,
    question: '能否接受？',
    due_on: '2026-11-30',
    required: false,
    state: 'disposed',
  })
  await insert('negotiation_alternatives', of, { side: 'us', name: '改供其他通路', outcomes: [] })
}

const ways: Partial<Record<NegotiationGuard, (of: Of) => Promise<unknown>>> = {
  checklistComplete: checklist,
  mandateApproved: (of) => aMandate(of),
  conductConfirmed: (of) =>
    owner()`update negotiations set conduct_confirmed_at = now(), conduct_confirmed_by = ${of.memberId}
      where id = ${of.negotiationId}`,
  offerExchanged: (of) => offer(of, 1),
  offerAccepted: agreedOffer,
  withinMandate: async (of) => {
    const offerId = await agreedOffer(of)
    const mandateId = await aMandate(of)
    await insert('negotiation_checks', of, { offer_id: offerId, mandate_id: mandateId, outside: false, breaches: [] })
  },
  packageApproved: async (of) => {
    await agreedOffer(of)
    await approved(of, 'negotiationPackage', of.negotiationId, 'abc')
  },
  versionWritten: async (of) => {
    const sql = owner()
    const [version] = await sql<{ id: string }[]>`select v.id from term_versions v join negotiations n
      on n.workspace_id = v.workspace_id and n.account_id = v.account_id and n.id = ${of.negotiationId} limit 1`
    await sql`update negotiations set documented_version_id = ${version?.id ?? null} where id = ${of.negotiationId}`
  },
  noticesSent: (of) =>
    insert('negotiation_notices', of, {
      audience: 'finance',
      message: '付款 60 天',
      due_on: '2026-11-30',
      sent_at: new Date(),
      sent_by: of.memberId,
    }),
  debriefWritten: (of) =>
    insert('negotiation_debriefs', of, { techniques: ['listening'], lesson: '先問再答', written_by: of.memberId }),
}

/** Makes these guards true by what is on record; what is true of an empty negotiation needs nothing. */
export async function meet(of: Of, guards: readonly NegotiationGuard[]) {
  for (const guard of guards) await ways[guard]?.(of)
}

/** Adds one part to a negotiation: for what stands in a guard's way. */
export const addPart = insert
