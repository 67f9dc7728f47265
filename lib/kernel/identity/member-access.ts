import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { members } from '@/db/schema/workspace'
import { command, type Work } from '../command'
import { id } from '../input'
import { lockRow } from '../write'
import { may } from './commands'
import { keepInvitation } from './invitations'
import { no } from './messages'
import { rowsOf } from './platform'

/**
 * Ends every session of a member and every link that could still let them in, as part of the command that takes their
 * access away (or that an administrator uses when a device was lost). Answers how many sessions ended.
 */
export async function endAccess({ tx, actor, now }: Work, memberId: string): Promise<number> {
  const [row] = await rowsOf<{ ended: number }>(
    tx,
    sql`select auth.end_access(${actor.workspaceId}, ${memberId}, ${now.toISOString()}) as ended`,
  )
  return row?.ended ?? 0
}

/**
 * Keeps a link that an administrator hands over in person: an invitation for somebody not yet in, a reset for an active
 * member. Only its hash arrives here, so that neither the log nor an idempotency key can hold the link. Refuses members
 * who also belong to another workspace.
 */
export const issueLink = command({
  name: 'identity.issueLink',
  permission: may.issueLinks,
  input: z.strictObject({ memberId: id, kind: z.enum(['invitation', 'reset']), link: z.string().length(64) }),
  hides: ['link'],
  async run(work, { memberId, kind, link }) {
    const { tx, actor, now } = work
    const member = await lockRow(work, members, memberId)
    if (kind === 'invitation') {
      if (!member.email) throw no('notActive')
      await keepInvitation(work, { memberId, email: member.email }, link)
    } else {
      const issue = sql`select auth.issue_reset(${actor.workspaceId}, ${memberId}, ${link}, ${now.toISOString()}) as done`
      const [row] = await rowsOf<{ done: boolean }>(tx, issue)
      if (!row?.done) throw no('notActive')
    }
    const [alone] = await rowsOf<{ sole: boolean }>(
      tx,
      sql`select auth.is_sole_workspace(${actor.workspaceId}, ${memberId}) as sole`,
    )
    if (!alone?.sole) throw no('notSoleWorkspace')
  },
})
