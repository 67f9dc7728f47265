import { and, asc, eq, gt, isNull, ne, or } from 'drizzle-orm'
import { accountTeam } from '@/db/schema/accounts'
import { members } from '@/db/schema/workspace'
import type { Discipline, Role } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { colleaguesOf, type Member } from './rules-colleagues'

type OfAccount = { id: string; ownerId: string; restricted: boolean }

/** Who serves the account today, by id. */
export async function findServing({ tx, actor, now }: Look, accountId: string): Promise<Set<string>> {
  const today = dayOf(now, actor.timeZone)
  const team = await tx
    .select({ id: accountTeam.memberId })
    .from(accountTeam)
    .where(
      and(
        own(accountTeam, actor),
        eq(accountTeam.accountId, accountId),
        or(isNull(accountTeam.toDay), gt(accountTeam.toDay, today)),
      ),
    )
  return new Set(team.map(({ id }) => id))
}

/** Members who may be asked and told about negotiations with an account: they may contribute, and they see the account. */
export async function findColleagues(look: Look, account: OfAccount): Promise<Member[]> {
  const { tx, actor } = look
  const [all, team] = await Promise.all([
    tx
      .select({
        id: members.id,
        name: members.name,
        roles: members.roles,
        disciplines: members.disciplines,
        reportsToId: members.reportsToId,
      })
      .from(members)
      .where(and(own(members, actor), live(members), ne(members.status, 'deactivated')))
      .orderBy(asc(members.name), asc(members.id)),
    findServing(look, account.id),
  ])
  const known = all.map(
    (each): Member => ({
      ...each,
      roles: each.roles as Role[],
      disciplines: each.disciplines as Discipline[],
    }),
  )
  return colleaguesOf(known, { ...account, team })
}
