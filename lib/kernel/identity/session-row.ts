import 'server-only'
import type { Actor, Discipline, Role } from '../actor'
import { isLocale, type Locale } from '../messages'
import { inOneStatement } from '../transaction'

export type Theme = 'system' | 'light' | 'dark'
export type WorkspaceName = { id: string; name: string; kind: 'live' | 'demo' }

/** Who is signed in, as the shell shows it. */
export type Viewer = {
  actor: Actor
  sessionId: string
  email: string
  theme: Theme
  workspace: WorkspaceName
  otherWorkspaces: readonly WorkspaceName[]
}

type Row = {
  session_id: string
  identity_id: string
  email: string
  locale: string
  theme: Theme
  workspace_id: string
  workspace_name: string
  workspace_kind: 'live' | 'demo'
  time_zone: string
  member_id: string
  name: string
  roles: Role[]
  disciplines: Discipline[]
  reports: string[]
  other_workspaces: WorkspaceName[]
}

/** Asks the row of a session who it stands for now: roles, deactivation and revocation bite on the next request. */
export async function viewerOfSession(hash: string | null, now = new Date()): Promise<Viewer | null> {
  if (!hash) return null
  const [row] = await inOneStatement<Row>`select * from auth.session_actor(${hash}, ${now.toISOString()}::timestamptz)`
  if (!row) return null
  return {
    actor: {
      kind: 'member',
      id: row.member_id,
      identityId: row.identity_id,
      workspaceId: row.workspace_id,
      name: row.name,
      roles: row.roles,
      disciplines: row.disciplines,
      reports: row.reports,
      locale: localeOf(row.locale),
      timeZone: row.time_zone,
    },
    sessionId: row.session_id,
    email: row.email,
    theme: row.theme,
    workspace: { id: row.workspace_id, name: row.workspace_name, kind: row.workspace_kind },
    otherWorkspaces: row.other_workspaces,
  }
}

export const localeOf = (value: string): Locale => (isLocale(value) ? value : 'zh-TW')
