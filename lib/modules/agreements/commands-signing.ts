import { agreementSeals, agreementSignatories, agreementVersions } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { shortened } from '@/lib/kernel/cut'
import { dayOf } from '@/lib/kernel/day'
import { mustBeJob } from '@/lib/kernel/job'
import { changeRow, changeRows, insertRows } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { attach, keepMade } from '@/lib/modules/files/commands'
import { findBytes, findOwnUploads } from '@/lib/modules/files/queries'
import { executeWhenComplete } from './commands-execution'
import { askNext, holdVersion, keepersOf, lockVersion, moveVersion, tellOf } from './commands-signing-upkeep'
import { may } from './manifest'
import { signingMessages } from './messages-signing'
import { declineInput, keepFrozenInput, recallInput, recordSignedInput, sendOutInput } from './model-signing'
import { findUnsealed } from './queries-seals'
import { type FoundSignatory, findSignatories, findSignatory, type HeldVersion } from './queries-signatories'
import { afterDecline } from './rules-signing'
import { mustBeAbleToSign, mustBeFiled, mustBeReadyToSend, mustStandAt, noSigning } from './rules-signing-steps'

export const signs = {
  permission: may.draft,
  messages: signingMessages,
  refreshes: ['/agreements', '/agreements/[agreementId]', '/agreements/[agreementId]/signing'],
}

/**
 * Sends an approved version out for signature. From here on what it says does not change: the paper that everybody signs is
 * made of it, or is their own file, and known by its hash. Refuses without signers of both sides, and without the notice
 * of electronic signing where somebody signs so.
 */
export const sendOut = command({
  name: 'agreements.sendOut',
  ...signs,
  input: sendOutInput,
  async run(work, { agreementVersionId: versionId, noticeGiven }) {
    const held = await holdVersion(work, versionId)
    const { agreement, version } = held
    mustStandAt(version.state, 'approved')
    mustBeReadyToSend(await findSignatories(work, versionId), noticeGiven)
    const theirs =
      agreement.paper === 'theirs' && version.paperFileId ? await findBytes(work, version.paperFileId) : null
    await moveVersion(work, held, 'outForSignature', {
      patch: { frozenFileId: theirs?.id ?? null, frozenHash: theirs?.hash ?? null },
    })
    if (theirs) await askNext(work, held)
    else await work.emit('agreements.sentOut', { agreementVersionId: versionId })
    return { agreementId: agreement.id }
  },
})

/**
 * Keeps the paper that everybody signs: by a job alone, once for each time that a version goes out. What was taken back or
 * changed meanwhile is left as it is.
 */
export const keepFrozen = command({
  name: 'agreements.keepFrozen',
  permission: may.keepTime,
  messages: signingMessages,
  input: keepFrozenInput,
  hides: ['content'],
  async run(work, { agreementVersionId: versionId, contentHash, content }) {
    mustBeJob(work.actor)
    const held = await lockVersion(work, versionId)
    const { agreement, version } = held
    const isWanted = version.state === 'outForSignature' && version.frozenHash === null
    if (!isWanted || version.contentHash !== contentHash) return { kept: false }
    const { fileId, hash } = await work.call(keepMade, {
      kind: 'agreement',
      subjectId: agreement.id,
      accountId: agreement.accountId,
      restricted: agreement.confidential,
      name: `${agreement.code} ${agreement.title}.pdf`,
      content,
      madeFor: agreement.ownerId,
    })
    await changeRow(work, agreementVersions, { id: versionId }, { frozenFileId: fileId, frozenHash: hash })
    await askNext(work, held)
    return { kept: true }
  },
})

/**
 * Files that somebody signed: on paper with its scan, or by a LINE message or a mail, which ranks equal to signing by link.
 * When the last one has, the version is executed. Refuses out of turn, twice, without its file, and in a round that ended.
 */
export const recordSigned = command({
  name: 'agreements.recordSigned',
  ...signs,
  input: recordSignedInput,
  async run(work, { signatoryId, via, signedOn, fileId }) {
    const { held, signatories } = await holdRound(work, signatoryId)
    const { agreement, version } = held
    mustBeAbleToSign(signatories, signatoryId, { paperHash: version.frozenHash, shownHash: version.frozenHash })
    mustBeFiled({ signedOn, fileId }, dayOf(work.now, work.actor.timeZone))
    await attachProof(work, held, fileId)
    await keepSigned(work, held, signatoryId, {
      ...{ via, signedOn, fileId },
      shownHash: version.frozenHash,
      recordedBy: work.actor.id,
    })
    return { agreementId: agreement.id }
  },
})

/** Files the proof that a form brought with the agreement. */
export async function attachProof(work: Work, { agreement }: HeldVersion, fileId: string | null) {
  if (!fileId) return
  if ((await findOwnUploads(work, [fileId])).length === 0)
    throw noSigning('fileUnknown', {}, { fileId: { code: 'fileUnknown' } })
  const { id: subjectId, accountId, confidential: restricted } = agreement
  await work.call(attach, { kind: 'agreement', subjectId, accountId, restricted, fileIds: [fileId] })
}

type Signed = Partial<typeof agreementSignatories.$inferInsert>

/** One signature more: the next are asked, or, when it was the last, the version is executed. */
export async function keepSigned(work: Work, held: HeldVersion, signatoryId: string, signed: Signed): Promise<void> {
  const one = await changeRow(
    work,
    agreementSignatories,
    { id: signatoryId },
    { ...signed, state: 'signed', signedAt: work.now },
  )
  await tellOf(work, held, keepersOf(held), 'toldSigned', { name: one.name }, signatoryId)
  const signatories = await askNext(work, held)
  await executeWhenComplete(work, held, signatories)
}

/** Files that somebody declined, with the reason: the version is a draft again, and no signature of this round counts. */
export const recordDeclined = command({
  name: 'agreements.recordDeclined',
  ...signs,
  input: declineInput,
  async run(work, { signatoryId, reason }) {
    const { held, signatories } = await holdRound(work, signatoryId)
    await endRound(work, held, signatories, { declinedBy: signatoryId, reason })
    return { agreementId: held.agreement.id }
  },
})

/** Takes a version back before everybody has signed, with a reason: it is a draft again, and what was signed is void. */
export const recall = command({
  name: 'agreements.recall',
  ...signs,
  input: recallInput,
  async run(work, { agreementVersionId: versionId, reason }) {
    const held = await holdVersion(work, versionId)
    mustStandAt(held.version.state, 'outForSignature')
    await endRound(work, held, await findSignatories(work, versionId), { declinedBy: null, reason })
    return { agreementId: held.agreement.id }
  },
})

/** The round that a signatory belongs to, held by those who may draft, while it goes on. */
export async function holdRound(work: Work, signatoryId: string) {
  const held = await holdVersion(work, (await findSignatory(work, signatoryId)).versionId)
  const signatories = await findSignatories(work, held.version.id)
  mustBeInRound(held, signatories, signatoryId)
  return { held, signatories }
}

/** The round goes on, and this is one of it; a former round is void, whatever stands in it. */
export function mustBeInRound({ version }: HeldVersion, signatories: readonly FoundSignatory[], id: string): void {
  if (!signatories.some((each) => each.id === id)) throw noSigning('roundVoid')
  mustStandAt(version.state, 'outForSignature')
}

/** A notice says so much of a reason; the whole of it stands on the page that it leads to. */
export const longestTold = 500

type Ending = { declinedBy: string | null; reason: string }

/**
 * Ends a round without a signed paper. Whoever declined has declined, what was collected is void, all of it stays on
 * record; requests for seals that wait are withdrawn, the same people are listed again for the next round, and everybody
 * who was asked is told.
 */
export async function endRound(
  work: Work,
  held: HeldVersion,
  signatories: readonly FoundSignatory[],
  { declinedBy, reason }: Ending,
): Promise<void> {
  const decliner = signatories.find(({ id }) => id === declinedBy)
  if (decliner && decliner.state === 'signed') throw noSigning('alreadySigned')
  const after = afterDecline(signatories, declinedBy)
  await changeEach(
    work,
    agreementSignatories,
    after.map(({ id, state }) => ({
      id,
      state,
      archivedAt: work.now,
      ...(id === declinedBy ? { declinedBecause: reason } : {}),
    })),
  )
  await insertRows(
    work,
    agreementSignatories,
    signatories.map(({ agreementId, accountId, versionId, side, part, order, method, ...one }) => ({
      ...{ agreementId, accountId, versionId, side, part, order, method },
      ...{ memberId: one.memberId, personId: one.personId, name: one.name, title: one.title, mailTo: one.mailTo },
    })),
  )
  const unsealed = (await findUnsealed(work, held.version.id)).map(({ id }) => id)
  await changeRows(work, agreementSeals, unsealed, { archivedAt: work.now })
  await moveVersion(work, held, 'draft', { patch: { frozenFileId: null, frozenHash: null }, stateReason: reason })
  const told = [
    ...keepersOf(held),
    ...signatories.flatMap(({ memberId, state }) => (state === 'waiting' ? [] : [memberId])),
  ]
  const words = { reason: shortened(reason, longestTold), name: decliner?.name ?? '' }
  await tellOf(work, held, told, decliner ? 'toldDeclined' : 'toldRecalled', words, `${held.version.version}`)
}
