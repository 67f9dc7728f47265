import type { Locale } from './messages'

export const roles = [
  'accountManager',
  'salesAssistant',
  'salesLead',
  'manager',
  'specialist',
  'administrator',
  'auditor',
] as const
export type Role = (typeof roles)[number]

export const disciplines = ['legal', 'finance', 'quality', 'logistics', 'director'] as const
export type Discipline = (typeof disciplines)[number]

/**
 * Who asks. Always in one workspace: a member; a job for the member who started it, or for the workspace; a client by the
 * signed link that they were given, who may do only what says that clients may.
 */
export type Actor = {
  kind: 'member' | 'apiKey' | 'job' | 'client'
  /** The member's id; for a job of the workspace itself, the workspace's id; for a client, the link's. */
  id: string
  identityId: string | null
  workspaceId: string
  name: string
  roles: readonly Role[]
  disciplines: readonly Discipline[]
  /** Members who report to this one, directly or through others. Filled for sales leads. */
  reports: readonly string[]
  locale: Locale
  timeZone: string
}

export const hasRole = (actor: Pick<Actor, 'roles'>, ...wanted: readonly Role[]) =>
  wanted.some((role) => actor.roles.includes(role))

/** The workspace itself, for work that no member started: seals, reminders, deadlines. */
export const workspaceActor = (workspaceId: string): Actor => ({
  kind: 'job',
  id: workspaceId,
  identityId: null,
  workspaceId,
  name: 'Accord',
  roles: ['administrator', 'manager'],
  disciplines: [],
  reports: [],
  locale: 'zh-TW',
  timeZone: 'Asia/Taipei',
})
