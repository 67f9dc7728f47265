import { newId } from '@/db/new-id'
import type { Work } from '@/lib/kernel/command'
import { takeInMembers } from '@/lib/modules/workspace/commands-intake'
import type { MembersWorld } from './rules-members'

/** Writes what rows have brought of members; answers which member a row added. */
export async function writeMembers(
  work: Work,
  { added, directory }: MembersWorld,
): Promise<(row: number) => string | null> {
  const ids = new Map(added.map(({ id }) => [id, newId()]))
  const real = (id: string | undefined) => (id === undefined ? undefined : (ids.get(id) ?? id))
  const superior = (id: string | undefined) => (id === undefined ? {} : { reportsToId: real(id) ?? '' })
  const changed = [...directory.byId.values()].flatMap((member) => {
    const { patch, newNumbers, openedBy } = member as (typeof added)[number]
    return openedBy === null && Object.keys(patch).length + newNumbers.length > 0
      ? [{ memberId: member.id, patch: { ...patch, ...superior(patch.reportsToId) }, externalIds: newNumbers }]
      : []
  })
  if (added.length + changed.length > 0)
    await work.call(takeInMembers, {
      added: added.map(({ id, values, roles, newNumbers }) => ({
        ...values,
        ...superior(values.reportsToId),
        id: real(id) ?? '',
        name: values.name ?? '',
        roles: [...roles],
        externalIds: newNumbers,
      })) as never,
      changed: changed as never,
    })
  const openedBy = new Map(added.map((member) => [member.openedBy, real(member.id) ?? null]))
  return (row) => openedBy.get(row) ?? null
}
