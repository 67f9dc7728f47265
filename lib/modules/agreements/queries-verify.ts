import 'server-only'
import { createHash } from 'node:crypto'
import { and, asc, eq, gt } from 'drizzle-orm'
import { z } from 'zod'
import { agreements, agreementVersions } from '@/db/schema/agreements'
import { workspaceActor } from '@/lib/kernel/actor'
import { timelineOf } from '@/lib/kernel/as-of'
import { canonical } from '@/lib/kernel/canonical-text'
import type { Look } from '@/lib/kernel/command'
import { joined, own } from '@/lib/kernel/own'
import { ask } from '@/lib/kernel/perform'
import { query } from '@/lib/kernel/query'
import { findBytes } from '@/lib/modules/files/queries'
import { contentHashOf } from './commands-upkeep'
import { may } from './manifest'
import { findClauses } from './queries-clauses'
import { findSignatories } from './queries-signatories'
import { findRecorded, findStretches } from './queries-timeline'

/**
 * What does not fit any more of an executed version: what it says, the paper or a scan of it, what was shown to whoever
 * signed, or from which day to which it holds.
 */
export type Broken = { code: string; number: number; part: 'content' | 'paper' | 'signature' | 'timeline' }

const atOnce = 50

/**
 * Looks whether every executed version still is what was signed: its rows against the hash of its content, the bytes of the
 * paper and of every scan against theirs, both against what each signatory saw, and its days against what was executed. What
 * renewed by itself nobody signed. H01.
 */
export async function verifyAgreements(workspaceId: string): Promise<{ versions: number; broken: Broken[] }> {
  const actor = workspaceActor(workspaceId)
  const broken: Broken[] = []
  let [versions, after] = [0, '00000000-0000-0000-0000-000000000000'] as [number, string]
  for (;;) {
    const page = await ask(checked, actor, { after })
    const last = page.at(-1)
    if (!last) return { versions, broken }
    versions += page.length
    broken.push(...page.flatMap(({ found }) => found))
    after = last.id
  }
}

const checked = query({
  name: 'agreements.checked',
  permission: may.keepTime,
  input: z.strictObject({ after: z.uuid() }),
  async run(look, { after }) {
    const { tx, actor } = look
    const rows = await tx
      .select({ code: agreements.code, version: agreementVersions })
      .from(agreementVersions)
      .innerJoin(agreements, joined(agreements, actor, agreementVersions.agreementId))
      .where(
        and(own(agreementVersions, actor), eq(agreementVersions.state, 'executed'), gt(agreementVersions.id, after)),
      )
      .orderBy(asc(agreementVersions.id))
      .limit(atOnce)
    const page: { id: string; found: Broken[] }[] = []
    const known = new Map<string, boolean>()
    for (const { code, version } of rows) {
      const holds = known.get(version.agreementId) ?? (await holdsAsExecuted(look, version.agreementId))
      known.set(version.agreementId, holds)
      const parts = [...(await brokenParts(look, version)), ...(holds ? [] : ['timeline' as const])]
      page.push({ id: version.id, found: parts.map((part) => ({ code, number: version.number, part })) })
    }
    return page
  },
})

async function brokenParts(look: Look, version: typeof agreementVersions.$inferSelect): Promise<Broken['part'][]> {
  const { id, kind, contentHash, frozenHash, frozenFileId, finalFileId } = version
  const [clauses, signatories] = [await findClauses(look, id), await findSignatories(look, id)]
  const byItself = kind === 'renewal' && frozenHash === null && frozenFileId === null
  const paper = await hashOf(look, frozenFileId)
  const others = [finalFileId, ...signatories.map(({ fileId }) => fileId)]
  const isPaperWhole = (byItself || (frozenHash !== null && paper === frozenHash)) && (await areWhole(look, others))
  return [
    ...(contentHashOf(version, clauses) === contentHash ? [] : ['content' as const]),
    ...(isPaperWhole ? [] : ['paper' as const]),
    ...(signatories.every(({ shownHash }) => shownHash === frozenHash) ? [] : ['signature' as const]),
  ]
}

/** Whether the days of an agreement's versions are those that follow from what was executed. */
async function holdsAsExecuted(look: Look, agreementId: string): Promise<boolean> {
  const derived = timelineOf(await findRecorded(look, agreementId))
  return canonical(await findStretches(look, agreementId)) === canonical(derived)
}

/** The hash of what a file holds; null where it is not what was stored. */
async function hashOf(look: Look, fileId: string | null): Promise<string | null> {
  const file = fileId ? await findBytes(look, fileId) : null
  const hash = file && createHash('sha256').update(file.bytes).digest('hex')
  return hash === file?.hash ? (hash ?? null) : null
}

async function areWhole(look: Look, fileIds: readonly (string | null)[]): Promise<boolean> {
  for (const fileId of new Set(fileIds)) if (fileId && (await hashOf(look, fileId)) === null) return false
  return true
}
