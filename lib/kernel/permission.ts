import { type Actor, type Role, roles } from './actor'

/** What a command or query asks for: a name and the roles that have it, or that it is for clients with a signed link. */
export type Permission = { name: string; roles: readonly Role[]; clients?: boolean }

/** Every member may; the wording of the printed permission table. */
export const everyone: readonly Role[] = roles

/** For what a client does by signed link; no member may do it in their stead. */
export const clients = 'clients'

/** `grant('agreements', { sign: ['manager'] }).sign` → the permission that a command asks for. */
export const grant = <const Verbs extends Record<string, readonly Role[] | typeof clients>>(
  module: string,
  verbs: Verbs,
) =>
  Object.fromEntries(
    Object.entries(verbs).map(([verb, allowed]) => [
      verb,
      { name: `${module}.${verb}`, ...(allowed === clients ? { roles: [], clients: true } : { roles: allowed }) },
    ]),
  ) as { [Verb in keyof Verbs]: Permission }

export const isGranted = (permission: Permission, actor: Pick<Actor, 'roles'> & Partial<Pick<Actor, 'kind'>>) =>
  actor.kind === 'client' ? permission.clients === true : permission.roles.some((role) => actor.roles.includes(role))
