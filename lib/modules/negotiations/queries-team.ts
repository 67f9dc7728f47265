import { and, asc, eq } from 'drizzle-orm'
import { negotiationMembers } from '@/db/schema/negotiations'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { type MemberPart, memberParts } from './model-preparation'

/** Who of us negotiates: who leads first, then in the order of the parts. */
export async function findTeam({ tx, actor }: Look, negotiationId: string) {
  const rows = await tx
    .select({
      id: negotiationMembers.id,
      memberId: negotiationMembers.memberId,
      name: members.name,
      part: negotiationMembers.part,
    })
    .from(negotiationMembers)
    .innerJoin(members, joined(members, actor, negotiationMembers.memberId))
    .where(
      and(
        own(negotiationMembers, actor),
        eq(negotiationMembers.negotiationId, negotiationId),
        live(negotiationMembers),
      ),
    )
    .orderBy(asc(negotiationMembers.id))
  return rows
    .map((row) => ({ ...row, part: row.part as MemberPart }))
    .sort((a, b) => memberParts.indexOf(a.part) - memberParts.indexOf(b.part))
}
