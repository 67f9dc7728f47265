import { type Actor, type Role, roles } from './actor'

/** What a command or query asks for: a name and the roles that have it. */
export type Permission = { name: string; roles: readonly Role[] }

/** Every member may; the wording of the printed permission table. */
export const everyone: readonly Role[] = roles

/** `grant('agreements', { sign: ['manager'] }).sign` → the permission that a command asks for. */
export const grant = <const Verbs extends Record<string, readonly Role[]>>(module: string, verbs: Verbs) =>
  Object.fromEntries(
    Object.entries(verbs).map(([verb, allowed]) => [verb, { name: `${module}.${verb}`, roles: allowed }]),
  ) as { [Verb in keyof Verbs]: Permission }

export const isGranted = (permission: Permission, actor: Pick<Actor, 'roles'>) =>
  permission.roles.some((role) => actor.roles.includes(role))
