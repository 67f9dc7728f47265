import { workspaceActor } from '@/lib/kernel/actor'
import { perform } from '@/lib/kernel/perform'
import { draft, setFacts } from '@/lib/modules/agreements/commands'
import { amend, giveUpAmendment } from '@/lib/modules/agreements/commands-amendments'
import { settle, submit, takeBack } from '@/lib/modules/agreements/commands-approval'
import { cancel } from '@/lib/modules/agreements/commands-cancel'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { decideRenewal } from '@/lib/modules/agreements/commands-decisions'
import { giveNotice, resume, supersede, suspend, terminate } from '@/lib/modules/agreements/commands-lifecycle'
import { addSignatory } from '@/lib/modules/agreements/commands-signatories'
import { recall, recordDeclined, recordSigned, sendOut } from '@/lib/modules/agreements/commands-signing'
import { keepTerms } from '@/lib/modules/agreements/commands-watch'
import { exitItems } from '@/lib/modules/agreements/model-lifecycle'
import type { AgreementState, VersionState } from '@/lib/modules/agreements/model-states'
import { owner } from '@/tests/people'
import { consent, done, noon } from '../terms/scene'
import { aFile } from './obligations-scene'
import {
  annual,
  annualFacts,
  aScan,
  type aScene,
  drafted,
  frozenPaper,
  look,
  payment,
  sentOut,
  signedOn,
} from './scene'

export type Company = Awaited<ReturnType<typeof aScene>>
/** A version that walks, with the days on which it is submitted, goes out and is signed. */
export type Walker = {
  agreementId: string
  agreementVersionId: string
  asked: Date
  sent: Date
  signedOn: string
  /** Another agreement of the same kind in force, where there is one. */
  successorId?: string
}

const inJune = { asked: noon('2026-06-15'), sent: noon('2026-06-16'), signedOn: '2026-06-20' }

async function withSigners({ keeper, manager }: Company, walker: Walker): Promise<Walker> {
  const { agreementVersionId, asked } = walker
  for (const who of [
    { side: 'us', memberId: manager.id },
    { side: 'them', name: '陳大安' },
  ])
    await done(addSignatory, keeper, { agreementVersionId, ...who, method: 'seal' }, asked)
  return walker
}

/** A complete draft of the annual contract, with a signer of each side. */
export async function aComplete(company: Company): Promise<Walker> {
  const { keeper, accountId } = company
  const { agreementId } = await done(draft, keeper, { accountId, ...annual }, drafted)
  const agreementVersionId = (await look(keeper, agreementId)).latest.id
  await done(setFacts, keeper, { agreementVersionId, ...annualFacts, ourName: '和泰食品股份有限公司' }, drafted)
  await done(addClause, keeper, { agreementVersionId, ...payment }, drafted)
  return withSigners(company, { agreementId, agreementVersionId, asked: drafted, sent: sentOut, signedOn })
}

/** An amendment of a walker that is in force, with one clause more, and signers. */
export async function anAmendmentOf(
  company: Company,
  { agreementId }: Walker,
  validFrom = '2026-07-01',
): Promise<Walker> {
  const change = { agreementId, kind: 'amendment', validFrom, reason: '改端架條件' }
  const { agreementVersionId } = await done(amend, company.keeper, change, inJune.asked)
  const more = { agreementVersionId, heading: '端架', body: '每季提供端架兩檔。', aspect: 'marketing' }
  await done(addClause, company.keeper, more, inJune.asked)
  return withSigners(company, { agreementId, agreementVersionId, ...inJune })
}

const signers = ({ agreementVersionId }: Walker) => owner()<{ id: string }[]>`
  select id from agreement_signatories where version_id = ${agreementVersionId} and archived_at is null order by side desc`

type Outcome = Awaited<ReturnType<typeof perform>>
type Event = (company: Company, walker: Walker) => Promise<Outcome>

/** What the product does of itself on the morning of a day. */
export const morning =
  (day: string): Event =>
  ({ workspace }, { agreementId }) =>
    perform(keepTerms, workspaceActor(workspace.id), { agreementIds: [agreementId] }, { now: noon(day) })

async function sign({ keeper }: Company, walker: Walker, count: number): Promise<Outcome> {
  let outcome: Outcome | undefined
  for (const { id: signatoryId } of (await signers(walker)).slice(0, count)) {
    const signed = { signatoryId, signedOn: walker.signedOn, fileId: await aScan(keeper) }
    outcome = await perform(recordSigned, keeper, signed, { now: noon(walker.signedOn) })
    if (!outcome.ok) return outcome
  }
  if (!outcome) throw new Error('nobody signs')
  return outcome
}

const settles: Event = ({ workspace }, { agreementVersionId, asked }) =>
  perform(settle, workspaceActor(workspace.id), { agreementVersionId }, { now: asked })
const givesNotice: Event = async ({ manager }, { agreementId }) => {
  const input = { agreementId, reason: '違約', lastDay: '2026-06-30', fileId: await aFile(manager) }
  return perform(giveNotice, manager, input, { now: noon('2026-05-15') })
}
const terminates: Event = ({ manager }, { agreementId }) =>
  perform(terminate, manager, { agreementId, exitItems }, { now: noon('2026-07-02') })

/** Everything that can be tried with an agreement or a version, each by its command, whatever state it is in. */
export const events = {
  edit: ({ keeper }, { agreementVersionId, asked }) =>
    perform(addClause, keeper, { agreementVersionId, ...payment, heading: '更多' }, { now: asked }),
  submit: async ({ keeper }, { agreementVersionId, asked }) => {
    const [row] = await owner()`select content_hash from agreement_versions where id = ${agreementVersionId}`
    const input = { agreementVersionId, contentHash: row?.content_hash, reason: '年度換約' }
    return perform(submit, keeper, input, { now: asked })
  },
  settle: settles,
  consent: async (company, walker) => {
    const { lead, finance, manager } = company
    await consent(walker.agreementVersionId, [lead, finance, manager, manager, manager], walker.asked)
    return settles(company, walker)
  },
  takeBack: ({ keeper }, { agreementVersionId, asked }) =>
    perform(takeBack, keeper, { agreementVersionId, reason: '要改' }, { now: asked }),
  sendOut: async (company, walker) => {
    const { agreementVersionId, sent } = walker
    const outcome = await perform(sendOut, company.keeper, { agreementVersionId, noticeGiven: 'true' }, { now: sent })
    if (outcome.ok) await frozenPaper({ ...company, ...walker }, sent)
    return outcome
  },
  signFirst: (company, walker) => sign(company, walker, 1),
  sign: (company, walker) => sign(company, walker, 2),
  decline: async ({ keeper }, walker) => {
    const [, theirs] = await signers(walker)
    return perform(recordDeclined, keeper, { signatoryId: theirs?.id, reason: '價格未定' }, { now: walker.sent })
  },
  recall: ({ keeper }, { agreementVersionId, sent }) =>
    perform(recall, keeper, { agreementVersionId, reason: '條文有誤' }, { now: sent }),
  giveUp: ({ keeper }, { agreementVersionId, asked }) =>
    perform(giveUpAmendment, keeper, { agreementVersionId, reason: '不談了' }, { now: asked }),
  cancel: ({ keeper }, { agreementId, asked }) =>
    perform(cancel, keeper, { agreementId, reason: '對方改用標準訂單' }, { now: asked }),
  begin: morning('2026-01-01'),
  suspend: ({ manager }, { agreementId }) =>
    perform(suspend, manager, { agreementId, reason: '停工', until: '2026-04-15' }, { now: noon('2026-03-01') }),
  resume: ({ manager }, { agreementId }) => perform(resume, manager, { agreementId }, { now: noon('2026-03-10') }),
  goOn: morning('2026-04-16'),
  decide: ({ keeper }, { agreementId }) =>
    perform(decideRenewal, keeper, { agreementId, decision: 'lapse', reason: '不續' }, { now: noon('2026-05-01') }),
  amend: ({ keeper }, { agreementId }) => {
    const change = { agreementId, kind: 'amendment', validFrom: '2026-07-01', reason: '改端架條件' }
    return perform(amend, keeper, change, { now: inJune.asked })
  },
  supersede: ({ keeper }, { agreementId, successorId = agreementId }) =>
    perform(supersede, keeper, { agreementId, successorId }, { now: noon('2026-06-01') }),
  giveNotice: givesNotice,
  terminate: terminates,
  endByNotice: async (company, walker) => {
    const noticed = await givesNotice(company, walker)
    return noticed.ok ? terminates(company, walker) : noticed
  },
  runOut: morning('2027-01-01'),
} as const satisfies Record<string, Event>
export type EventName = keyof typeof events

/** Which events lead from a complete draft to a state. */
export const road: Readonly<Record<AgreementState, readonly EventName[]>> = {
  draft: [],
  internalReview: ['submit'],
  approved: ['submit', 'consent'],
  outForSignature: ['submit', 'consent', 'sendOut'],
  executed: ['submit', 'consent', 'sendOut', 'sign'],
  active: ['submit', 'consent', 'sendOut', 'sign', 'begin'],
  suspended: ['submit', 'consent', 'sendOut', 'sign', 'begin', 'suspend'],
  expired: ['submit', 'consent', 'sendOut', 'sign', 'begin', 'runOut'],
  superseded: ['submit', 'consent', 'sendOut', 'sign', 'begin', 'supersede'],
  terminated: ['submit', 'consent', 'sendOut', 'sign', 'begin', 'giveNotice', 'terminate'],
  cancelled: ['submit', 'consent', 'sendOut', 'signFirst', 'cancel'],
}

/** The same from the draft of an amendment. */
export const amendmentRoad: Readonly<Record<VersionState, readonly EventName[]>> = {
  draft: [],
  inApproval: ['submit'],
  approved: ['submit', 'consent'],
  outForSignature: ['submit', 'consent', 'sendOut'],
  executed: ['submit', 'consent', 'sendOut', 'sign'],
  void: ['giveUp'],
}

/** Goes a road step by step; no step may be refused. */
export async function walk(company: Company, walker: Walker, steps: readonly EventName[]): Promise<Walker> {
  for (const step of steps) {
    const outcome = await events[step](company, walker)
    if (!outcome.ok) throw new Error(`${step}: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.fields)}`)
  }
  return walker
}

/** How agreement and version stand. */
export async function standing({ agreementId, agreementVersionId }: Walker) {
  const [row] = await owner()<{ agreement: AgreementState; version: VersionState }[]>`
    select a.state as agreement, v.state as version from agreements a, agreement_versions v
    where a.id = ${agreementId} and v.id = ${agreementVersionId}`
  if (!row) throw new Error('it is gone')
  return row
}

const parts = [
  'agreement_versions',
  'agreement_clauses',
  'agreement_timeline',
  'agreement_signatories',
  'agreement_decisions',
  'obligations',
]

/** Everything that stands in an agreement, to the last time stamp. */
export async function contentOf({ agreementId }: Walker): Promise<string> {
  const digest = 'md5(coalesce(string_agg(t::text, $$,$$ order by t.id), $$$$))'
  const tables = parts.map((table) => `(select ${digest} from ${table} t where t.agreement_id = $1)`)
  const own = [`(select ${digest} from agreements t where t.id = $1)`, ...tables]
  const runs = `(select ${digest} from approval_runs t
    where t.subject_id in (select v.id from agreement_versions v where v.agreement_id = $1))`
  const [row] = await owner().unsafe(`select concat_ws('-', ${[...own, runs].join(', ')}) as content`, [agreementId])
  return String(row?.content)
}
