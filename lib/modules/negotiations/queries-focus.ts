import { and, asc, desc, eq, isNull, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { focusThemes, negotiationIssues, negotiations } from '@/db/schema/negotiations'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { findMemberNames } from '@/lib/modules/workspace/queries'
import { may } from './manifest'
import { isInForce } from './rules-focus'

/** The themes of the workspace, the latest to end first, with who owns them. */
export async function findThemes({ tx, actor, now }: Look) {
  const rows = await tx
    .select({
      id: focusThemes.id,
      version: focusThemes.version,
      name: focusThemes.name,
      description: focusThemes.description,
      validFrom: focusThemes.validFrom,
      validTo: focusThemes.validTo,
      ownerId: focusThemes.ownerId,
      owner: members.name,
    })
    .from(focusThemes)
    .innerJoin(members, joined(members, actor, focusThemes.ownerId))
    .where(and(own(focusThemes, actor), live(focusThemes)))
    .orderBy(desc(focusThemes.validTo), desc(focusThemes.id))
    .limit(200)
  const today = dayOf(now, actor.timeZone)
  return rows.map((row) => ({
    ...row,
    standing: isInForce(row, today)
      ? ('inForce' as const)
      : row.validFrom > today
        ? ('coming' as const)
        : ('over' as const),
  }))
}

/** Issues of running negotiations that go against the focus, those that wait for consent first. */
async function findAgainst({ tx, actor }: Look) {
  const rows = await tx
    .select({
      id: negotiationIssues.id,
      issue: negotiationIssues.name,
      negotiationId: negotiationIssues.negotiationId,
      title: negotiations.title,
      account: accounts.name,
      focus: focusThemes.name,
      reason: negotiationIssues.stanceReason,
      stanceBy: negotiationIssues.stanceBy,
      consentBy: members.name,
      consentNote: negotiationIssues.consentNote,
    })
    .from(negotiationIssues)
    .innerJoin(negotiations, and(joined(negotiations, actor, negotiationIssues.negotiationId), live(negotiations)))
    .innerJoin(accounts, joined(accounts, actor, negotiationIssues.accountId))
    .leftJoin(focusThemes, joined(focusThemes, actor, negotiationIssues.focusId))
    .leftJoin(members, joined(members, actor, negotiationIssues.consentBy))
    .where(
      and(
        own(negotiationIssues, actor),
        eq(negotiationIssues.stance, 'against'),
        live(negotiationIssues),
        notInArray(negotiations.state, ['closed', 'noDeal']),
        visibleAccounts(accounts, actor),
      ),
    )
    .orderBy(asc(negotiationIssues.id))
    .limit(200)
  return rows.sort((a, b) => Number(a.consentBy !== null) - Number(b.consentBy !== null))
}

/** The themes, and what is traded against them. */
export const focus = query({
  name: 'negotiations.focus',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const { actor } = look
    const [themes, against, people] = await Promise.all([findThemes(look), findAgainst(look), findMemberNames(look)])
    return {
      themes,
      against: against.map(({ stanceBy, ...row }) => ({
        ...row,
        mayConsent: row.consentBy === null && stanceBy !== actor.id && isGranted(may.consent, actor),
      })),
      people: people.map(({ id, name }) => ({ id, name })),
      mayConfigure: isGranted(may.configure, actor),
      today: dayOf(look.now, actor.timeZone),
    }
  },
})
export type FocusView = Awaited<ReturnType<typeof focus.run>>

/** Whether a live theme of this name begins on this day. */
export async function findSameTheme({ tx, actor }: Look, name: string, validFrom: string, but: string | null) {
  const rows = await tx
    .select({ id: focusThemes.id })
    .from(focusThemes)
    .where(
      and(
        own(focusThemes, actor),
        eq(focusThemes.name, name),
        eq(focusThemes.validFrom, validFrom),
        isNull(focusThemes.archivedAt),
      ),
    )
    .limit(2)
  return rows.some(({ id }) => id !== but)
}
