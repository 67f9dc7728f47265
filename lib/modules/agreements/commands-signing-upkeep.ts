import { agreementSignatories, agreements, agreementVersions } from '@/db/schema/agreements'
import type { Work } from '@/lib/kernel/command'
import { type Said, saidInAll } from '@/lib/kernel/said'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { notify } from '@/lib/modules/notifications/commands'
import { signingMessages } from './messages-signing'
import { findVersion } from './queries-held'
import { type FoundSignatory, findSignatories, findToSign, type HeldVersion } from './queries-signatories'
import { mustMayDraft } from './rules-rights'
import { turnOf } from './rules-signing'
import { mustBeSignable } from './rules-signing-steps'

/** A version with its agreement, locked until the transaction ends, for those who may read it. */
export async function lockVersion(work: Work, versionId: string): Promise<HeldVersion> {
  await findVersion(work, versionId)
  return lockToSign(work, versionId)
}

/** The same for whoever was asked to sign it. */
export async function lockToSign(work: Work, versionId: string): Promise<HeldVersion> {
  const { agreement } = await findToSign(work, versionId)
  await lockRow(work, agreements, agreement.id)
  return findToSign(work, versionId)
}

/** The same for those who may draft with its account. */
export async function holdVersion(work: Work, versionId: string): Promise<HeldVersion> {
  const { account } = await findVersion(work, versionId)
  mustMayDraft(work.actor, account)
  return lockVersion(work, versionId)
}

type Patch = Partial<typeof agreementVersions.$inferInsert>

/**
 * Moves a version that is held. A first draft takes its agreement along; that of an amendment stays in force meanwhile.
 * Refuses to send out or to execute the amendment of what has ended, but for a late one of the term that expired.
 */
export async function moveVersion(
  work: Work,
  { agreement, version }: HeldVersion,
  to: 'draft' | 'outForSignature' | 'executed',
  { patch = {}, stateReason = null }: { patch?: Patch; stateReason?: string | null } = {},
): Promise<void> {
  if (to !== 'draft') mustBeSignable(agreement, version, work.actor.locale)
  await changeRow(work, agreementVersions, { id: version.id }, { ...patch, state: to })
  const together = agreement.state === version.state
  const moved = together ? { state: to, stateReason } : {}
  await changeRow(work, agreements, { id: agreement.id }, { ...moved, changedAt: work.now })
}

/** Whose turn it has become is asked: colleagues in the product, the other side by mail. Answers everybody as they are now. */
export async function askNext(work: Work, held: HeldVersion): Promise<FoundSignatory[]> {
  const signatories = await findSignatories(work, held.version.id)
  const turn = turnOf(signatories)
  const next = signatories.filter(({ id, state }) => state === 'waiting' && turn.includes(id))
  await changeEach(
    work,
    agreementSignatories,
    next.map(({ id }) => ({ id, state: 'asked' })),
  )
  const colleagues = next.flatMap(({ memberId, method }) => (memberId && method === 'electronic' ? [memberId] : []))
  const mailed = next.flatMap(({ id, side, method, mailTo }) =>
    side === 'them' && method === 'electronic' && mailTo ? [id] : [],
  )
  if (mailed.length > 0) await work.emit('agreements.turnCame', { signatoryIds: mailed })
  await tellOf(work, held, colleagues, 'toldTurn', {}, next[0]?.id ?? '')
  return signatories.map((each) => (next.includes(each) ? { ...each, state: 'asked' as const } : each))
}

type Told =
  | 'toldTurn'
  | 'toldObjected'
  | 'toldSigned'
  | 'toldExecuted'
  | 'toldDeclined'
  | 'toldRecalled'
  | 'toldCancelled'
  | 'toldSeal'

/** Tells colleagues about the signing of a version; whoever does it need not be told. `once` tells one occasion from another. */
export async function tellOf(
  work: Work,
  { agreement, account, version }: HeldVersion,
  memberIds: readonly (string | null)[],
  key: Told,
  params: Readonly<Record<string, string>>,
  once: string,
): Promise<void> {
  const others = [...new Set(memberIds)].flatMap((id) => (id && id !== work.actor.id ? [id] : []))
  if (others.length === 0) return
  const text: Said = saidInAll(signingMessages, key, { title: agreement.title, account: account.name, ...params })
  await work.call(notify, {
    memberIds: others,
    kind: 'agreement',
    text,
    href: `/agreements/${agreement.id}/signing`,
    urgent: key === 'toldTurn' || key === 'toldSeal' || key === 'toldDeclined',
    subjectKind: 'agreement',
    subjectId: agreement.id,
    key: `agreements.${key}.${version.id}.${once}`,
  })
}

/** Whoever looks after an agreement. */
export const keepersOf = ({ agreement, version }: HeldVersion): (string | null)[] => [
  agreement.ownerId,
  agreement.backupId,
  version.draftedBy,
]
