import { agreementSeals } from '@/db/schema/agreements'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { nextNumber } from '@/lib/kernel/serial-number'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { findMemberNames } from '@/lib/modules/workspace/queries'
import { attachProof, signs } from './commands-signing'
import { holdVersion, lockVersion, tellOf } from './commands-signing-upkeep'
import { may } from './manifest'
import { sealMessages } from './messages-seals'
import {
  agreementSealRef,
  markSealedInput,
  requestSealInput,
  returnOriginalInput,
  sendOriginalInput,
} from './model-seals'
import { findSeal, findSeals } from './queries-seals'
import { mustBeAfter, mustBeAskable, mustHaveCome, mustMayKeepSeal, noSeal, sealNumber, sealState } from './rules-seals'
import { mustStandAt, noSigning } from './rules-signing-steps'

const asks = { ...signs, messages: sealMessages }
const keeps = { ...asks, permission: may.fulfil }
/**
 * Asks for the originals of a version to be sealed: which seals, on how many copies, across the pages or not, and who keeps
 * them. Whoever keeps them is told. Refuses before it is approved, while an earlier request waits, and a number twice.
 */
export const requestSeal = command({
  name: 'agreements.requestSeal',
  ...asks,
  input: requestSealInput,
  async run(work, { agreementVersionId: versionId, requestNumber, custodianId, ...wanted }) {
    const held = await holdVersion(work, versionId)
    const { agreement, version } = held
    mustStandAt(version.state, 'approved', 'outForSignature')
    mustBeAskable(wanted.seals, requestNumber, await findSeals(work, agreement.id))
    await mustBeColleague(work, custodianId)
    const year = todayOf(work).slice(0, 4)
    const row = await insertRow(work, agreementSeals, {
      ...{ agreementId: agreement.id, accountId: agreement.accountId, versionId, ...wanted },
      requestNumber: requestNumber ?? sealNumber(year, await nextNumber(work, 'agreementSeal', Number(year))),
      custodianId: custodianId ?? work.actor.id,
      askedBy: work.actor.id,
    })
    await tellOf(work, held, [row.custodianId], 'toldSeal', { number: row.requestNumber ?? '' }, row.id)
    return { agreementId: agreement.id, agreementSealId: row.id }
  },
})

async function mustBeColleague(work: Work, memberId: string | null): Promise<void> {
  if (memberId && !(await findMemberNames(work)).some(({ id }) => id === memberId))
    throw noSigning('memberUnknown', {}, { custodianId: { code: 'memberUnknown' } })
}

/** A request with its version, held by whoever keeps the originals or edits the account. */
async function holdSeal(work: Work, agreementSealId: string) {
  const held = await lockVersion(work, (await findSeal(work, agreementSealId)).versionId)
  const seal = await findSeal(work, agreementSealId)
  mustMayKeepSeal(work.actor, held.account, seal)
  return { held, seal }
}

/** Records that the paper that is being signed was sealed, and where the originals are kept. Refuses twice and days to come. */
export const markSealed = command({
  name: 'agreements.markSealed',
  ...keeps,
  input: markSealedInput,
  async run(work, { agreementSealId, sealedOn, keptAt }) {
    const { held, seal } = await holdSeal(work, agreementSealId)
    const { state, frozenHash } = held.version
    mustStandAt(state, 'outForSignature', 'executed')
    if (frozenHash === null) throw noSigning('paperNotReady')
    if (seal.sealedOn) throw noSeal('sealed')
    mustHaveCome('sealedOn', sealedOn, todayOf(work))
    const patch = { sealedOn, paperHash: frozenHash, keptAt: keptAt ?? seal.keptAt }
    await changeRow(work, agreementSeals, { id: seal.id }, patch)
    return { agreementId: held.agreement.id }
  },
})

/** Records that the original left the house, sealed by us or to be sealed by them first, and when it is due back. */
export const sendOriginal = command({
  name: 'agreements.sendOriginal',
  ...keeps,
  input: sendOriginalInput,
  async run(work, { agreementSealId, sentOn, dueBackOn }) {
    const { held, seal } = await holdSeal(work, agreementSealId)
    mustStandAt(held.version.state, 'outForSignature', 'executed')
    if (seal.sentOn) throw noSeal('sealSent')
    mustHaveCome('sentOn', sentOn, todayOf(work))
    mustBeAfter('dueBackOn', dueBackOn, sentOn)
    await changeRow(work, agreementSeals, { id: seal.id }, { sentOn, dueBackOn, keptAt: null })
    return { agreementId: held.agreement.id }
  },
})

/** Records that the original is back: when, who keeps it where, and the scan of it as it was sealed by both. */
export const returnOriginal = command({
  name: 'agreements.returnOriginal',
  ...keeps,
  input: returnOriginalInput,
  async run(work, { agreementSealId, returnedOn, keptAt, custodianId, fileId }) {
    const { held, seal } = await holdSeal(work, agreementSealId)
    if (seal.returnedOn) throw noSeal('sealBack')
    if (!seal.sentOn) throw noSeal('sealNotSent')
    mustHaveCome('returnedOn', returnedOn, todayOf(work))
    mustBeAfter('returnedOn', returnedOn, seal.sentOn)
    await mustBeColleague(work, custodianId)
    await attachProof(work, held, fileId)
    const patch = { returnedOn, keptAt, fileId, custodianId: custodianId ?? seal.custodianId }
    await changeRow(work, agreementSeals, { id: seal.id }, patch)
    return { agreementId: held.agreement.id }
  },
})

/** Withdraws a request that was neither sealed nor sent. */
export const withdrawSeal = command({
  name: 'agreements.withdrawSeal',
  ...asks,
  input: agreementSealRef,
  async run(work, { agreementSealId }) {
    await holdVersion(work, (await findSeal(work, agreementSealId)).versionId)
    const seal = await findSeal(work, agreementSealId)
    if (sealState(seal) !== 'asked') throw noSeal('sealBegun')
    await changeRow(work, agreementSeals, { id: seal.id }, { archivedAt: work.now })
    return { agreementId: seal.agreementId }
  },
})
