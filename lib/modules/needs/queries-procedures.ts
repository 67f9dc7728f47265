import { and, asc, desc, eq, inArray, or } from 'drizzle-orm'
import { z } from 'zod'
import { needProcedures, needProcedureVersions } from '@/db/schema/needs'
import { members } from '@/db/schema/workspace'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { findRuns } from '@/lib/modules/approvals/queries'
import { may } from './manifest'
import type { ProcedureKind } from './model-procedures'

type Words = { title: string; body: string; checklist: readonly string[] }

/** What is approved with a version. */
export const procedureHashOf = ({ title, body, checklist }: Words): string => digestOf([title, body, checklist])

const versionsOf = ({ tx, actor }: Look) =>
  tx
    .select({ version: needProcedureVersions, kind: needProcedures.kind, author: members.name })
    .from(needProcedureVersions)
    .innerJoin(needProcedures, joined(needProcedures, actor, needProcedureVersions.procedureId))
    .innerJoin(members, joined(members, actor, needProcedureVersions.authorId))
    .$dynamic()

/** The state of each version with its approver; an approval of other words counts no more. */
async function withStates(look: Look, rows: Awaited<ReturnType<typeof versionsOf>>) {
  const runs = await findRuns(
    look,
    'needProcedure',
    rows.map(({ version }) => version.id),
  )
  return rows.map(({ version, kind, author }) => {
    const run = runs.get(version.id) ?? null
    const stands = run !== null && run.contentHash === procedureHashOf(version)
    return {
      versionId: version.id,
      procedureId: version.procedureId,
      kind: kind as ProcedureKind,
      number: version.number,
      title: version.title,
      body: version.body,
      checklist: version.checklist,
      authorId: version.authorId,
      author,
      writtenAt: version.createdAt.toISOString(),
      state: stands ? run.state : ('draft' as const),
    }
  })
}
export type ProcedureVersion = Awaited<ReturnType<typeof withStates>>[number]

/** The newest approved version for a kind of need: its own procedure's, else that for every kind; null when there is none. */
export async function findProcedureInForce(look: Look, kind: string): Promise<ProcedureVersion | null> {
  const { actor } = look
  const rows = await versionsOf(look)
    .where(
      and(
        own(needProcedureVersions, actor),
        own(needProcedures, actor),
        or(eq(needProcedures.kind, kind), eq(needProcedures.kind, 'every')),
      ),
    )
    .orderBy(desc(needProcedureVersions.number))
  const approved = (await withStates(look, rows)).filter((version) => version.state === 'approved')
  return approved.find((version) => version.kind === kind) ?? approved[0] ?? null
}

/** The versions that verifications were made by, whatever came after them. */
export async function findVersions(look: Look, ids: readonly string[]): Promise<Map<string, ProcedureVersion>> {
  if (ids.length === 0) return new Map()
  const rows = await versionsOf(look)
    .where(and(own(needProcedureVersions, look.actor), inArray(needProcedureVersions.id, [...ids])))
    .orderBy(asc(needProcedureVersions.id))
  return new Map((await withStates(look, rows)).map((version) => [version.versionId, version]))
}

/** The procedure of a kind, locked, with its newest version; null when there is none. */
export async function findNewest({ tx, actor }: Look, kind: string) {
  const [procedure] = await tx
    .select({ id: needProcedures.id })
    .from(needProcedures)
    .where(and(own(needProcedures, actor), eq(needProcedures.kind, kind)))
    .for('update')
  if (!procedure) return null
  const [version] = await tx
    .select()
    .from(needProcedureVersions)
    .where(and(own(needProcedureVersions, actor), eq(needProcedureVersions.procedureId, procedure.id)))
    .orderBy(desc(needProcedureVersions.number))
    .limit(1)
  return { procedureId: procedure.id, version: version ?? null }
}

/** One version; refuses `notFound`. */
export async function findVersion(look: Look, versionId: string): Promise<ProcedureVersion> {
  const rows = await versionsOf(look).where(ownRow(needProcedureVersions, look.actor, versionId))
  const [version] = await withStates(look, rows)
  if (!version) throw new Refusal('notFound')
  return version
}

const mostVersions = 300

/** All procedures with their versions, newest first, by kind. */
export const procedures = query({
  name: 'needs.procedures',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const rows = await versionsOf(look)
      .where(and(own(needProcedureVersions, look.actor), own(needProcedures, look.actor)))
      .orderBy(asc(needProcedures.kind), desc(needProcedureVersions.number))
      .limit(mostVersions)
    const versions = await withStates(look, rows)
    const kinds = [...new Set(versions.map((version) => version.kind))]
    return {
      mayWrite: isGranted(may.writeProcedures, look.actor),
      procedures: kinds.map((kind) => {
        const own = versions.filter((version) => version.kind === kind)
        return { kind, versions: own, inForce: own.find((version) => version.state === 'approved')?.versionId ?? null }
      }),
    }
  },
})
