import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import { agreementReaders, agreements, agreementVersions } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { findColleagues, findServing } from '@/lib/modules/negotiations/queries-colleagues'
import type { FoundAgreement } from './queries-held'
import { readsConfidential } from './rules-rights'

/** Who was asked to read a version. */
export const findReaders = ({ tx, actor }: Look, versionId: string) =>
  tx
    .select()
    .from(agreementReaders)
    .where(and(own(agreementReaders, actor), eq(agreementReaders.versionId, versionId), live(agreementReaders)))
    .orderBy(asc(agreementReaders.id))
    .limit(200)

/**
 * Members who can be asked about an agreement and told of it: they see its account, and where it is confidential they serve the
 * account, lead its owner, or may read it anyway.
 */
export async function findTellable(look: Look, { agreement, account }: FoundAgreement) {
  const [colleagues, serving, allowed] = await Promise.all([
    findColleagues(look, account),
    findServing(look, account.id),
    agreement.confidential ? findColleagues(look, { ...account, restricted: true }) : [],
  ])
  const near = new Set([...serving, account.ownerId, agreement.ownerId, agreement.backupId])
  const reads = new Set([...near, ...allowed.map(({ id }) => id)])
  const mayRead = (each: (typeof colleagues)[number]) =>
    !agreement.confidential || reads.has(each.id) || readsConfidential(each)
  return colleagues.filter(mayRead).map(({ id, name, disciplines }) => ({ id, name, disciplines, near: near.has(id) }))
}

/** Readers who are past their day, of agreements that are not gone. */
export const findOverdueReaders = ({ tx, actor }: Look, today: Day) =>
  tx
    .select({
      id: agreementReaders.id,
      memberId: agreementReaders.memberId,
      agreementId: agreementReaders.agreementId,
      versionId: agreementReaders.versionId,
      title: agreements.title,
      number: agreementVersions.number,
      dueOn: agreementReaders.dueOn,
    })
    .from(agreementReaders)
    .innerJoin(agreements, joined(agreements, actor, agreementReaders.agreementId))
    .innerJoin(agreementVersions, joined(agreementVersions, actor, agreementReaders.versionId))
    .where(
      and(
        own(agreementReaders, actor),
        isNull(agreementReaders.acknowledgedAt),
        lt(agreementReaders.dueOn, today),
        live(agreementReaders),
        live(agreements),
      ),
    )
    .orderBy(asc(agreementReaders.dueOn), asc(agreementReaders.id))
    .limit(500)
