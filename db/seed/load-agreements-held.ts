import type { Actor } from '@/lib/kernel/actor'
import { addDays, dayOf, instantOf } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { previousWorkday } from '@/lib/kernel/workday'
import { draft } from '@/lib/modules/agreements/commands'
import { settle, submit } from '@/lib/modules/agreements/commands-approval'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { addObligation } from '@/lib/modules/agreements/commands-obligations'
import { acceptOccurrence, submitOccurrence } from '@/lib/modules/agreements/commands-occurrences'
import { addSignatory } from '@/lib/modules/agreements/commands-signatories'
import { recordSigned, sendOut } from '@/lib/modules/agreements/commands-signing'
import { freezePaper, keepTerms } from '@/lib/modules/agreements/jobs'
import { byId } from '@/lib/modules/agreements/queries'
import { ofAgreement } from '@/lib/modules/agreements/queries-obligations'
import { store } from '@/lib/modules/files/commands'
import { consent } from './consent'
import { workCalendar } from './days'
import { done } from './done'
import { type Known, named, type Setting } from './load-account'
import { ownerOf } from './load-promotions'
import { type AgreementTold, ourParty } from './story-agreements'
import { agreementsHeld, type OwedTold } from './story-agreements-held'

export type Page = Setting & { known: Known }
export type At = (days: number, hour?: string) => Date

/** A moment of the story so many days from today, on a day on which people work. */
export const clockOf =
  (today: Page['today']): At =>
  (days, hour = '15:00') =>
    instantOf(previousWorkday(addDays(today, days), workCalendar), hour)

/** Enters the agreements that were signed, with what both sides owe, and does for today what every morning does. */
export async function enterHeldAgreements(page: Page): Promise<void> {
  const { today } = page
  const at = clockOf(today)
  for (const { owed, ...told } of agreementsHeld) {
    const agreementId = await sign(page, told, at)
    for (const each of owed) await owe(page, told, agreementId, each, at)
  }
  await keepDay(page, today)
}

/** Does for a day what every morning does: agreements begin and end, deadlines pass, obligations fall due. */
export async function keepDay({ staff }: Page, day: Page['today']): Promise<void> {
  const { workspaceId } = staff.sophia
  await keepTerms.run({ input: {}, now: instantOf(day, '00:15'), workspaceId, jobId: `demo ${day}` })
}

const read = (actor: Actor, agreementId: string, now: Date) =>
  inTransaction(actor, 'read only', (tx) => byId.run({ tx, actor, now }, { agreementId }))

/** Drafted with its clauses, and its version submitted on the same day; answers who looks after it. */
export async function submitted(
  { staff, today, known }: Page,
  { clauses, from, client, ...told }: AgreementTold,
  drafted: Date,
) {
  const owner = ownerOf({ staff }, client)
  const about = { accountId: named(known.accounts, client), startsOn: addDays(today, from), ...told }
  const backup = owner.id === staff.yvonne.id ? staff.kevin : staff.yvonne
  const { agreementId } = await done(draft, owner, { ...about, ...ourParty, backupId: backup.id }, drafted)
  const agreementVersionId = (await read(owner, agreementId, drafted)).latest.id
  for (const clause of clauses) await done(addClause, owner, { agreementVersionId, ...clause }, drafted)
  const { contentHash } = (await read(owner, agreementId, drafted)).latest
  await done(submit, owner, { agreementVersionId, contentHash, reason: '年度合約，請核准' }, drafted)
  return { owner, agreementId, agreementVersionId }
}

/** Drafted, submitted and consented to: a version that can go out for signature. */
export async function approve(
  page: Page,
  told: AgreementTold,
  { drafted, consented }: { drafted: Date; consented: Date },
) {
  const { staff } = page
  const { owner, agreementId, agreementVersionId } = await submitted(page, told, drafted)
  await consent(staff, 'agreementVersion', agreementVersionId, consented)
  await done(settle, owner, { agreementVersionId }, consented)
  return { owner, agreementId, agreementVersionId }
}

/** The paper that everybody signs is made at once, as the product does it soon after. */
export const freeze = ({ staff }: Page, agreementVersionId: string, now: Date) =>
  freezePaper.run({
    input: { agreementVersionId },
    now,
    workspaceId: staff.sophia.workspaceId,
    jobId: agreementVersionId,
  })

/** Consented to and signed on paper by both sides, a few weeks before its first day. */
export async function sign(page: Page, told: AgreementTold, at: At) {
  const { from } = told
  const { staff } = page
  const days = { drafted: at(from - 30), consented: at(from - 25) }
  const { owner, agreementId, agreementVersionId } = await approve(page, told, days)
  const ours = { agreementVersionId, side: 'us', memberId: staff.sophia.id, method: 'seal' }
  const theirs = { agreementVersionId, side: 'them', name: told.theirRepresentative ?? '負責人', method: 'seal' }
  const sent = at(from - 20)
  const signers = []
  for (const each of [ours, theirs]) signers.push((await done(addSignatory, owner, each, sent)).signatoryId)
  await done(sendOut, owner, { agreementVersionId }, sent)
  await freeze(page, agreementVersionId, sent)
  const signed = at(from - 10)
  for (const signatoryId of signers) {
    const fileId = (await done(store, owner, scanOf(told.title), signed)).id
    await done(recordSigned, owner, { signatoryId, signedOn: dayOf(signed), fileId }, signed)
  }
  return agreementId
}

/** A scan of a signed paper. */
export const scanOf = (title: string) => ({
  name: `${title} 用印掃描.pdf`,
  content: new Uint8Array(Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n')),
})

/** Written down when it was signed, and handed in and accepted as far as it came. */
async function owe(
  { staff, today }: Page,
  { client, from }: AgreementTold,
  agreementId: string,
  told: OwedTold,
  at: At,
) {
  const owner = ownerOf({ staff }, client)
  const { due, done: went, penalty, everyMonths, ...owed } = told
  const schedule = everyMonths === undefined ? 'once' : 'recurring'
  const when = { schedule, everyMonths: everyMonths ?? '', firstDueOn: addDays(today, due), dayRule: 'following' }
  const acceptor = { acceptorId: staff.howard.id, ownerId: owner.id }
  const { obligationId } = await done(
    addObligation,
    owner,
    { agreementId, ...owed, ...when, ...acceptor, ...penalty },
    at(from - 9),
  )
  if (!went) return
  const now = at(-went.days)
  const view = await inTransaction(owner, 'read only', (tx) =>
    ofAgreement.run({ tx, actor: owner, now }, { agreementId }),
  )
  const occurrenceId = view.obligations.find(({ id }) => id === obligationId)?.occurrences[0]?.id
  if (!occurrenceId) throw new Error(`nothing is due of ${told.text}`)
  const proof = { name: `${told.text}.txt`, content: new TextEncoder().encode(`${told.text}：已完成。`) }
  const fileId = (await done(store, owner, proof, now)).id
  await done(submitOccurrence, owner, { occurrenceId, fileId }, now)
  if (went.accepted) await done(acceptOccurrence, staff.howard, { occurrenceId }, at(1 - went.days))
}
