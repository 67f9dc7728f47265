import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'
import type { Charge } from './model-members'

const no = refusals('workspace', messages)

const administers = ({ roles, status }: Pick<Charge, 'roles' | 'status'>) =>
  roles.includes('administrator') && status === 'active'

/** Refuses a change after which nobody could administer the workspace. `all` are its members as they are now. */
export function mustKeepAnAdministrator(
  all: readonly Charge[],
  changed: Pick<Charge, 'id' | 'roles' | 'status'>,
): void {
  const after = all.map((member) => (member.id === changed.id ? { ...member, ...changed } : member))
  if (all.some(administers) && !after.some(administers)) throw no('lastAdministrator')
}

/** Refuses a reporting line that would end where it began. */
export function mustReportUpwards(
  all: readonly Charge[],
  member: { id: string; name: string },
  reportsToId: string | null,
): void {
  const above = new Map(all.map((each) => [each.id, each.reportsToId]))
  const seen = new Set<string>()
  for (let at = reportsToId; at !== null && !seen.has(at); at = above.get(at) ?? null) {
    if (at === member.id)
      throw no(
        'circularReporting',
        { name: member.name },
        { reportsToId: { code: 'circularReporting', params: { name: member.name } } },
      )
    if (!above.has(at)) throw no('noSuchMember', {}, { reportsToId: { code: 'noSuchMember' } })
    seen.add(at)
  }
}

/** A specialist answers for at least one discipline. */
export function mustNameDiscipline({
  roles,
  disciplines,
}: {
  roles: readonly string[]
  disciplines: readonly string[]
}): void {
  if (roles.includes('specialist') && disciplines.length === 0)
    throw no('disciplineNeeded', {}, { disciplines: { code: 'disciplineNeeded' } })
}

export const mustNotBeOneself = (memberId: string, actorId: string): void => {
  if (memberId === actorId) throw no('notYourself')
}

export const mustBeActive = ({ status }: Pick<Charge, 'status'>): void => {
  if (status === 'deactivated') throw no('alreadyDeactivated')
}

export const mustBeDeactivated = ({ status }: Pick<Charge, 'status'>): void => {
  if (status !== 'deactivated') throw no('notDeactivated')
}

export function mustHaveEmail(email: string | null): asserts email is string {
  if (!email) throw no('emailNeeded', {}, { email: { code: 'emailNeeded' } })
}
