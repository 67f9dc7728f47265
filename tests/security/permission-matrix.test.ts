import { describe, expect, it } from 'vitest'
import { type Role, roles } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { isGranted } from '@/lib/kernel/permission'
import { Refusal } from '@/lib/kernel/refusal'
import { modules } from '@/lib/modules'
import { permissionWords } from '@/lib/modules/permission-words'
import { catalogue } from '@/lib/modules/registry'
import { aWorkspace, person } from '@/tests/people'
import { matrix } from './permission-matrix'

const cells = modules.flatMap(({ may }) =>
  Object.values(may).flatMap((permission) => roles.map((role) => ({ permission, role }))),
)
const written = (name: string, role: Role) => matrix[name]?.includes(role)

describe('who may do what', () => {
  it('is written down for every permission, and for none that does not exist', () => {
    const known = modules.flatMap(({ may }) => Object.values(may).map(({ name }) => name))
    expect(Object.keys(matrix).sort()).toEqual([...known].sort())
  })

  it.each(cells.map(({ permission, role }) => [permission.name, role, permission] as const))(
    '%s as %s',
    (name, role, permission) => {
      expect(isGranted(permission, { roles: [role] })).toBe(written(name, role))
    },
  )

  it('is printed in words, in both languages', () => {
    const wanted = modules.flatMap(({ name, may }) => [name, ...Object.keys(may).map((verb) => `${name}_${verb}`)])
    expect(Object.keys(permissionWords.en).sort()).toEqual([...wanted].sort())
  })

  it('is denied to a role that nobody knows', () => {
    for (const { permission } of cells) expect(isGranted(permission, { roles: ['owner' as Role] })).toBe(false)
  })
})

describe('every command and query', async () => {
  const workspace = await aWorkspace()
  const people = new Map(await Promise.all(roles.map(async (role) => [role, await person(role, workspace)] as const)))
  const as = (role: Role) => {
    const actor = people.get(role)
    if (!actor) throw new Error(role)
    return actor
  }

  it.each([...catalogue.commands.values()].map((command) => [command.name, command] as const))(
    '%s is refused to exactly the roles without its permission',
    async (_, command) => {
      for (const role of roles) {
        const result = await perform(command, as(role), { nonsense: true })
        const refused = !result.ok && result.refusal.code === 'notAllowed'
        expect([role, refused]).toEqual([role, command.internal === true || !isGranted(command.permission, as(role))])
      }
    },
  )

  it.each([...catalogue.queries.values()].map((query) => [query.name, query] as const))(
    '%s is refused to exactly the roles without its permission',
    async (_, query) => {
      for (const role of roles) {
        const error = await ask(query, as(role), { nonsense: ['true'] }).catch((thrown: unknown) => thrown)
        const refused = error instanceof Refusal && error.code === 'notAllowed'
        expect([role, refused]).toEqual([role, !isGranted(query.permission, as(role))])
      }
    },
  )
})
