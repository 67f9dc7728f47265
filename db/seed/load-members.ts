import { newId } from '@/db/new-id'
import { type Actor, workspaceActor } from '@/lib/kernel/actor'
import { addDays, dayOf } from '@/lib/kernel/day'
import { addMember } from '@/lib/modules/workspace/commands-members'
import { emailOf, employees, type MemberKey, memberKeys } from './company'
import { done } from './done'
import { found } from './found'

/** Everybody of the company, ready to act in their own name. */
export type Staff = Readonly<Record<MemberKey, Actor>>

const employedBefore = 1000

/** Founds the demonstration with its people, as of `at`. Nobody can sign in yet. */
export async function foundWithStaff(at: Date): Promise<Staff> {
  const platform = workspaceActor(newId())
  await done(found, platform, {}, at)
  const staff = new Map<MemberKey, Actor>()
  for (const key of memberKeys) {
    const { reportsTo, mailbox: _, signsIn: __, roles, disciplines = [], ...known } = employees[key]
    const above = reportsTo ? staff.get(reportsTo) : undefined
    const { id } = await done(
      addMember,
      platform,
      {
        ...known,
        roles: [...roles],
        disciplines: [...disciplines],
        reportsToId: above?.id ?? '',
        email: emailOf(key),
        employedFrom: addDays(dayOf(at), -employedBefore),
      },
      at,
    )
    if (above) (above.reports as string[]).push(id)
    staff.set(key, { ...platform, kind: 'member', id, name: known.name, roles, disciplines, reports: [] })
  }
  return Object.fromEntries(staff) as Record<MemberKey, Actor>
}
