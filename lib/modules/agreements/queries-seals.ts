import { and, asc, between, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { agreementSeals, agreements } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import type { SealKind } from './model-seals'
import type { FoundAgreement } from './queries-held'
import { daysOverdue, mayKeepSeal, sealState } from './rules-seals'

/** A request shows its last so many; nobody seals one agreement more often. */
const most = 50

/** What was asked to be sealed of an agreement and was not withdrawn, newest first. */
export const findSeals = ({ tx, actor }: Look, agreementId: string) =>
  tx
    .select()
    .from(agreementSeals)
    .where(and(own(agreementSeals, actor), eq(agreementSeals.agreementId, agreementId), live(agreementSeals)))
    .orderBy(desc(agreementSeals.id))
    .limit(most)

/** One of them; whoever asks looks whether the version may be read. Refuses with `notFound`. */
export async function findSeal({ tx, actor }: Look, agreementSealId: string) {
  const [row] = await tx
    .select()
    .from(agreementSeals)
    .where(and(ownRow(agreementSeals, actor, agreementSealId), live(agreementSeals)))
  if (!row) throw new Refusal('notFound')
  return row
}

/** The same as the page of signing shows it. `frozenHash` is the paper that is being signed. */
export async function sealsShown(look: Look, { agreement, account }: FoundAgreement, frozenHash: string | null) {
  const rows = await findSeals(look, agreement.id)
  const names = await findNamesOfMembers(
    look,
    rows.flatMap(({ custodianId, askedBy }) => [custodianId, askedBy]),
  )
  const today = dayOf(look.now, look.actor.timeZone)
  return rows.map((row) => ({
    id: row.id,
    agreementVersionId: row.versionId,
    number: row.requestNumber ?? '',
    seals: row.seals as SealKind[],
    copies: row.copies,
    acrossPages: row.acrossPages,
    custodianId: row.custodianId,
    custodian: names.get(row.custodianId) ?? '',
    askedBy: names.get(row.askedBy) ?? '',
    note: row.note,
    state: sealState(row),
    sealedOn: row.sealedOn,
    sentOn: row.sentOn,
    dueBackOn: row.dueBackOn,
    returnedOn: row.returnedOn,
    keptAt: row.keptAt,
    fileId: row.fileId,
    daysOverdue: daysOverdue(row, today),
    /** What was sealed is not the paper that is being signed now. */
    isOtherPaper: row.paperHash !== null && row.paperHash !== frozenHash,
    mayKeep: mayKeepSeal(look.actor, account, row),
  }))
}
export type SealView = Awaited<ReturnType<typeof sealsShown>>[number]

/** Reminders look so far back; what is out for longer is known by then. */
const caughtUp = 400

/** Originals that are due back by today and are still out, the longest due first. */
export const findAway = ({ tx, actor, now }: Look) => {
  const today = dayOf(now, actor.timeZone)
  return tx
    .select({
      id: agreementSeals.id,
      agreementId: agreementSeals.agreementId,
      number: agreementSeals.requestNumber,
      dueBackOn: agreementSeals.dueBackOn,
      custodianId: agreementSeals.custodianId,
      title: agreements.title,
      ownerId: agreements.ownerId,
      account: accounts.name,
    })
    .from(agreementSeals)
    .innerJoin(agreements, joined(agreements, actor, agreementSeals.agreementId))
    .innerJoin(accounts, joined(accounts, actor, agreementSeals.accountId))
    .where(
      and(
        own(agreementSeals, actor),
        isNotNull(agreementSeals.sentOn),
        isNull(agreementSeals.returnedOn),
        between(agreementSeals.dueBackOn, addDays(today, -caughtUp), today),
        live(agreementSeals),
      ),
    )
    .orderBy(asc(agreementSeals.dueBackOn), asc(agreementSeals.id))
    .limit(1000)
}

/** What of a version was asked for and is neither sealed nor sent. */
export const findUnsealed = ({ tx, actor }: Look, versionId: string) =>
  tx
    .select({ id: agreementSeals.id })
    .from(agreementSeals)
    .where(
      and(
        own(agreementSeals, actor),
        eq(agreementSeals.versionId, versionId),
        isNull(agreementSeals.sealedOn),
        isNull(agreementSeals.sentOn),
        live(agreementSeals),
      ),
    )
