import { createHash } from 'node:crypto'
import { type Actor, workspaceActor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { draft, setFacts } from '@/lib/modules/agreements/commands'
import { settle, submit } from '@/lib/modules/agreements/commands-approval'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { addSignatory } from '@/lib/modules/agreements/commands-signatories'
import { keepFrozen, recordSigned, sendOut } from '@/lib/modules/agreements/commands-signing'
import type { SigningMethod } from '@/lib/modules/agreements/model-signing'
import { byId } from '@/lib/modules/agreements/queries'
import { store } from '@/lib/modules/files/commands'
import { owner, person } from '@/tests/people'
import { aScene as aTermsScene, consent, done, noon } from '../terms/scene'

/** The annual contract of the worked example: twelve months, ninety days of notice. */
export const annual = {
  kind: 'annualTerms',
  title: '2026 年度合約',
  startsOn: '2026-01-01',
  months: '12',
  noticeCount: '90',
  theirName: '大安食品股份有限公司',
}
const { kind: _kind, title: _title, ...facts } = annual
/** What its paper says, without its kind and title. */
export const annualFacts = facts
export const payment = { heading: '付款', body: '月結 60 天，票期 30 天。', aspect: 'credit' }
/** A clause of the library in both languages. */
export const libraryWords = {
  heading: '付款條件',
  englishHeading: 'Payment',
  standard: '付款期間：{{term.paymentDays}}。',
  englishStandard: 'You pay: {{term.paymentDays}}.',
  fallback: '付款期間：{{term.paymentDays}}，得以票據支付。',
  englishFallback: 'You pay, also by cheque: {{term.paymentDays}}.',
  plain: '約定的日子要付款。',
  englishPlain: 'Pay when agreed.',
  aspect: 'credit',
  tags: ['payment'],
}
export const drafted = noon('2025-12-01')

/** A company whose account manager drafted the annual contract with one client; legal has no part in the account. */
export async function aScene() {
  const scene = await aTermsScene()
  const legal = await person('specialist', scene.workspace, { name: '王律師', disciplines: ['legal'] })
  const { accountId } = scene
  const { agreementId } = await done(draft, scene.keeper, { accountId, ...annual }, drafted)
  const { latest } = await look(scene.keeper, agreementId)
  return { ...scene, legal, agreementId, agreementVersionId: latest.id }
}

export const look = (actor: Actor, agreementId: string, now = drafted) => ask(byId, actor, { agreementId }, now)

/** Makes the draft an approved version, as submitting and consenting do. */
export async function approvedAgreement<S extends { agreementId: string; agreementVersionId: string }>(
  scene: S,
): Promise<S> {
  await owner()`update agreements set state = 'approved' where id = ${scene.agreementId}`
  await owner()`update agreement_versions set state = 'approved' where id = ${scene.agreementVersionId}`
  return scene
}

/** The hash of the paper that the scene makes. */
export const paperHash = () => createHash('sha256').update(paperOfTest()).digest('hex')

const paperOfTest = () => new Uint8Array(Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n'))

/** Makes the paper that everybody signs as the job does, but with next to nothing on it. */
export async function frozenPaper(
  scene: Pick<Drafted, 'workspace' | 'keeper' | 'agreementId' | 'agreementVersionId'>,
  now = sentOut,
) {
  const { agreementVersionId } = scene
  const [version] = await owner()<{ hash: string }[]>`
    select content_hash as hash from agreement_versions where id = ${agreementVersionId}`
  await done(
    keepFrozen,
    workspaceActor(scene.workspace.id),
    { agreementVersionId, contentHash: version?.hash, content: paperOfTest() },
    now,
  )
}

/** The day on which the scene's papers go out, and on which they are signed. */
export const sentOut = noon('2025-12-15')
export const signedOn = '2025-12-20'

/** A scan as somebody uploads it. */
export async function aScan(actor: Actor, name = '簽署掃描.pdf') {
  return (await done(store, actor, { name, content: paperOfTest() })).id
}

type Drafted = Pick<
  Awaited<ReturnType<typeof aScene>>,
  'workspace' | 'keeper' | 'manager' | 'agreementId' | 'agreementVersionId'
>

/** An approved version with a signer of each side. */
export async function readyAgreement<S extends Drafted>(
  scene: S,
  method: SigningMethod = 'seal',
): Promise<S & { signatoryIds: string[] }> {
  const { keeper, manager, agreementVersionId } = await approvedAgreement(scene)
  const ours = { agreementVersionId, side: 'us', memberId: manager.id, method }
  const theirs = { agreementVersionId, side: 'them', name: '陳大安', title: '董事長', method }
  const signatoryIds = []
  for (const each of [ours, theirs]) signatoryIds.push((await done(addSignatory, keeper, each, sentOut)).signatoryId)
  return { ...scene, signatoryIds }
}

/** The same, sent out; both sign on paper unless it is said otherwise. */
export async function sentAgreement<S extends Drafted>(
  scene: S,
  method: SigningMethod = 'seal',
): Promise<S & { signatoryIds: string[] }> {
  const ready = await readyAgreement(scene, method)
  const { agreementVersionId } = scene
  await done(sendOut, scene.keeper, { agreementVersionId, noticeGiven: 'true' }, sentOut)
  await frozenPaper(scene)
  return ready
}

/** An agreement that both sides signed on paper; in force when `now` has reached its first day (1 January 2026). */
export async function executedAgreement<S extends Drafted>(scene: S, { now = noon('2026-01-02'), on = signedOn } = {}) {
  const sent = await sentAgreement(scene)
  for (const signatoryId of sent.signatoryIds)
    await done(recordSigned, scene.keeper, { signatoryId, signedOn: on, fileId: await aScan(scene.keeper) }, now)
  return sent
}

type Submitted = { agreementId: string; agreementVersionId: string }
type People = { keeper: Actor; manager: Actor; lead: Actor; finance: Actor }

/** What somebody who submits has seen. */
export const contentHashOf = async (actor: Actor, agreementId: string) =>
  (await look(actor, agreementId)).latest.contentHash

/** Puts the latest version of an agreement before its approvers. */
export async function submitted(keeper: Actor, { agreementId, agreementVersionId }: Submitted, now = drafted) {
  const contentHash = await contentHashOf(keeper, agreementId)
  await done(submit, keeper, { agreementVersionId, contentHash, reason: '年度換約' }, now)
}

/** Does what the approvers decided, as the product does by itself soon after. */
export const settled = ({ workspaceId }: Actor, agreementVersionId: string, now = drafted) =>
  done(settle, workspaceActor(workspaceId), { agreementVersionId }, now)

/** The draft of the scene, complete, submitted and consented to by everybody who is asked. */
export async function approvedDraft<S extends People & Submitted>(scene: S, now = drafted): Promise<S> {
  const { keeper, agreementVersionId } = scene
  await done(setFacts, keeper, { agreementVersionId, ...annualFacts, ourName: '和泰食品股份有限公司' }, now)
  await done(addClause, keeper, { agreementVersionId, ...payment }, now)
  await submitted(keeper, scene, now)
  await consent(agreementVersionId, [scene.lead, scene.finance, scene.manager, scene.manager, scene.manager], now)
  await settled(keeper, agreementVersionId, now)
  return scene
}

/** Makes the draft an agreement in force since its first day, as signing it does. */
export async function inForce<S extends { agreementId: string; agreementVersionId: string }>(scene: S): Promise<S> {
  const { agreementId, agreementVersionId } = scene
  const sql = owner()
  await sql`update agreements set state = 'active', current_version_id = ${agreementVersionId} where id = ${agreementId}`
  await sql`update agreement_versions set state = 'executed', executed_on = '2025-12-20', recorded_at = '2025-12-20T04:00:00Z'
    where id = ${agreementVersionId}`
  return scene
}
