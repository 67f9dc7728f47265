import 'server-only'
import { sql } from 'drizzle-orm'
import { answerOf, answersOf } from './platform'

/** One place where a person is signed in. `device` is `program|system`, either part may be empty. */
export type OpenSession = {
  id: string
  device: string
  address: string
  workspace: string
  openedAt: Date
  seenAt: Date
}

type Row = {
  session_id: string
  device: string
  address: string
  workspace_name: string
  opened_at: string
  seen_at: string
}

/** Where this person is signed in now, the latest seen first. */
export async function openSessions(identityId: string, now: Date): Promise<OpenSession[]> {
  const rows = await answersOf<Row>(sql`select * from auth.sessions_of(${identityId}, ${now.toISOString()})`)
  return rows.map((row) => ({
    id: row.session_id,
    device: row.device,
    address: row.address,
    workspace: row.workspace_name,
    openedAt: new Date(row.opened_at),
    seenAt: new Date(row.seen_at),
  }))
}

/** Signs this browser out. */
export const endThisSession = (sessionHash: string, now: Date) =>
  answerOf(sql`select auth.end_session(${sessionHash}, ${now.toISOString()})`)

/** Moves this session to another workspace of the same person; false when they do not work there. */
export async function switchWorkspace(sessionHash: string, workspaceId: string, now: Date): Promise<boolean> {
  const row = await answerOf<{ done: boolean }>(
    sql`select auth.switch_workspace(${sessionHash}, ${workspaceId}, ${now.toISOString()}) as done`,
  )
  return row?.done ?? false
}

type Preferences = { locale: string | null; theme: string | null }

/** What a person prefers wherever they sign in; null leaves a preference as it is. */
export const savePreferences = (identityId: string, { locale, theme }: Preferences) =>
  answerOf(sql`select auth.save_profile(${identityId}, null, ${locale}, ${theme})`)
