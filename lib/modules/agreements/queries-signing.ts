import { type Day, dayOf } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayEditAccount } from '@/lib/kernel/rights'
import { may } from './manifest'
import { agreementRef } from './model'
import type { VersionState } from './model-states'
import { findSigningDeliveries } from './queries-deliveries'
import { findAgreement, findLatest } from './queries-held'
import { sealsShown } from './queries-seals'
import { type FoundSignatory, findSignatories } from './queries-signatories'
import { daysLate, turnOf } from './rules-signing'

/** How far the signing of the latest version is: who signs, whose turn it is, which paper, and how late it was. */
export const signing = query({
  name: 'agreements.signing',
  permission: may.see,
  input: agreementRef,
  async run(look, { agreementId }) {
    const { actor, now } = look
    const found = await findAgreement(look, agreementId)
    const { agreement, account } = found
    const version = await findLatest(look, agreementId)
    const signatories = await findSignatories(look, version.id)
    const deliveries = await findSigningDeliveries(look, signatories)
    const turn = turnOf(signatories)
    const today = dayOf(now, actor.timeZone)
    const state = version.state as VersionState
    const mayDraft = isGranted(may.draft, actor) && mayEditAccount(actor, account) && account.archivedAt === null
    return {
      agreementVersionId: version.id,
      number: version.number,
      state,
      contentHash: version.contentHash,
      frozenHash: version.frozenHash,
      hasPaper: version.frozenFileId !== null,
      hasFinal: version.finalFileId !== null,
      executedOn: version.executedOn,
      validFrom: version.validFrom,
      daysLate: lateBy(version, state, today),
      stateReason: agreement.stateReason,
      signatories: signatories.map((each) => ({
        ...shown(each, turn.includes(each.id), actor.id),
        delivery: state === 'outForSignature' ? (deliveries.get(each.id)?.link ?? null) : null,
        copy: deliveries.get(each.id)?.copy ?? null,
      })),
      seals: await sealsShown(look, found, version.frozenHash),
      mayDraft,
    }
  },
})
export type SigningView = Awaited<ReturnType<typeof signing.run>>
export type SignatoryView = SigningView['signatories'][number]

/** Days from the first day that it holds for until it was executed, or until today while it is not. 0 when in time. */
const lateBy = (version: { executedOn: Day | null; startsOn: Day | null }, state: VersionState, today: Day) =>
  version.startsOn === null || state === 'void' ? 0 : daysLate(version.executedOn ?? today, version.startsOn)

const shown = (one: FoundSignatory, isTurn: boolean, me: string) => ({
  id: one.id,
  side: one.side,
  part: one.part,
  order: one.order,
  method: one.method,
  name: one.name,
  title: one.title,
  mailTo: one.mailTo,
  state: one.state,
  via: one.via,
  signedOn: one.signedOn,
  fileId: one.fileId,
  isTurn,
  isObjecting: one.objectedAt !== null,
  openedAt: one.openedAt?.toISOString() ?? null,
  /** The reader signs here by themselves. */
  isMine: one.memberId === me && one.method === 'electronic',
})
