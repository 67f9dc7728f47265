import { and, asc, desc, eq, or, type SQL } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { agreements, agreementVersions } from '@/db/schema/agreements'
import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import type { Locale } from '@/lib/kernel/messages'
import { once } from '@/lib/kernel/once'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { isOnTeam, isServedBy, visibleAccounts } from '@/lib/kernel/visibility'
import type { Direction, PaperOf, Renewal } from './model'
import type { AgreementState } from './model-states'
import type { AgreementKind } from './model-values'
import { readsConfidential } from './rules-rights'

const accountPart = {
  id: accounts.id,
  name: accounts.name,
  englishName: accounts.englishName,
  ownerId: accounts.ownerId,
  restricted: accounts.restricted,
  archivedAt: accounts.archivedAt,
}

/**
 * Which agreements the actor may read, of accounts joined beside them: all of an account that they serve, of others what is
 * neither restricted nor confidential. Whose a confidential one is reads it too. Lists ask this of every row, so who serves
 * is asked once, and last.
 */
export function readable(actor: Actor): SQL | undefined {
  if (readsConfidential(actor)) return visibleAccounts(accounts, actor)
  const isTheirs = or(eq(agreements.ownerId, actor.id), eq(agreements.backupId, actor.id))
  const isOpen = and(eq(accounts.restricted, false), or(eq(agreements.confidential, false), isTheirs))
  return or(isOpen, isServedBy(accounts, actor))
}

/** An agreement with its account, for those who may read it; the parts of a page share it. Refuses with `notFound`. */
export const findAgreement = (look: Look, agreementId: string) =>
  once(look, `agreement ${agreementId}`, () => findWithin(look, agreementId, readable(look.actor)))

/** The same for whoever was asked to sign it: the link that they hold has decided. Refuses with `notFound`. */
export const findAgreementToSign = (look: Look, agreementId: string) => findWithin(look, agreementId, undefined)

async function findWithin({ tx, actor }: Look, agreementId: string, within: SQL | undefined) {
  const [row] = await tx
    .select({ agreement: agreements, account: accountPart, onTeam: isOnTeam(accounts, actor) })
    .from(agreements)
    .innerJoin(accounts, joined(accounts, actor, agreements.accountId))
    .where(and(ownRow(agreements, actor, agreementId), live(agreements), within))
  if (!row) throw new Refusal('notFound')
  const { agreement, account, onTeam } = row
  return {
    agreement: {
      ...agreement,
      direction: agreement.direction as Direction,
      kind: agreement.kind as AgreementKind,
      language: agreement.language as Locale,
      paper: agreement.paper as PaperOf,
      renewal: agreement.renewal as Renewal,
      state: agreement.state as AgreementState,
    },
    account: { ...account, onTeam },
  }
}
export type FoundAgreement = Awaited<ReturnType<typeof findAgreement>>

/**
 * The version of an agreement that is worked on; while none is, the latest that was signed, and one given up only where there
 * is no other. The parts of a page share it.
 */
export const findLatest = (look: Look, agreementId: string) =>
  once(look, `latest version ${agreementId}`, () => findItsLatest(look, agreementId))

async function findItsLatest({ tx, actor }: Look, agreementId: string) {
  const [row] = await tx
    .select()
    .from(agreementVersions)
    .where(and(own(agreementVersions, actor), eq(agreementVersions.agreementId, agreementId), live(agreementVersions)))
    .orderBy(
      asc(eq(agreementVersions.state, 'void')),
      asc(eq(agreementVersions.state, 'executed')),
      desc(agreementVersions.number),
    )
    .limit(1)
  if (!row) throw new Refusal('notFound')
  return row
}

/** The version that an agreement shows: the one that holds, or the latest while none does. */
export async function findShown(look: Look, agreement: { id: string; currentVersionId: string | null }) {
  if (agreement.currentVersionId === null) return findLatest(look, agreement.id)
  return (await findVersion(look, agreement.currentVersionId)).version
}

/** A version with its agreement, for those who may read it. Refuses with `notFound`. */
export async function findVersion(look: Look, versionId: string) {
  const { tx, actor } = look
  const [version] = await tx
    .select()
    .from(agreementVersions)
    .where(and(ownRow(agreementVersions, actor, versionId), live(agreementVersions)))
  if (!version) throw new Refusal('notFound')
  return { version, ...(await findAgreement(look, version.agreementId)) }
}
