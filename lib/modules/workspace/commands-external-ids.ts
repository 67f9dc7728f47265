import { and, eq, inArray, or } from 'drizzle-orm'
import { externalIds } from '@/db/schema/workspace'
import { command, type Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { plannedForValues } from '@/lib/kernel/values'
import { changeRows, insertRows } from '@/lib/kernel/write'
import { may } from './manifest'
import {
  type ExternalId,
  type ExternalIdKind,
  externalIdSubjects,
  externalIdsInput,
  lostExternalIds,
} from './model-external-ids'

/**
 * Keeps one number per record and source. Answers which numbers another record already has: then nothing is written,
 * and the caller says so in its own words.
 */
export const keepExternalIds = command({
  name: 'workspace.keepExternalIds',
  permission: may.see,
  input: externalIdsInput,
  internal: true,
  async run(work, { kind, entries }): Promise<{ taken: ExternalId[] }> {
    if (entries.length === 0) return { taken: [] }
    const known = await related(work, kind, entries)
    const wanted = new Map(entries.map((entry) => [`${entry.subjectId} ${entry.source}`, entry]))
    const taken = known.filter((row) =>
      entries.some(
        (entry) => entry.source === row.source && entry.value === row.value && entry.subjectId !== row.subjectId,
      ),
    )
    if (taken.length > 0) return { taken: taken.map(({ subjectId, source, value }) => ({ subjectId, source, value })) }
    const replaced = known.filter((row) => {
      const entry = wanted.get(`${row.subjectId} ${row.source}`)
      return entry !== undefined && entry.value !== row.value
    })
    const same = new Set(known.filter((row) => !replaced.includes(row)).map((row) => `${row.subjectId} ${row.source}`))
    await changeRows(
      work,
      externalIds,
      replaced.map((row) => row.id),
      { archivedAt: work.now },
    )
    const added = [...wanted.values()].flatMap(({ value, ...entry }) =>
      value === null || same.has(`${entry.subjectId} ${entry.source}`) ? [] : [{ kind, value, ...entry }],
    )
    await insertRows(work, externalIds, added)
    return { taken: [] }
  },
})

/** Frees the numbers of archived records, so that another record may carry them. */
export const archiveExternalIds = command({
  name: 'workspace.archiveExternalIds',
  permission: may.see,
  input: externalIdSubjects,
  internal: true,
  async run(work, { kind, subjectIds }) {
    if (subjectIds.length === 0) return
    const rows = await work.tx
      .select({ id: externalIds.id })
      .from(externalIds)
      .where(and(ofSubjects(work, kind, subjectIds), live(externalIds)))
    await changeRows(
      work,
      externalIds,
      rows.map((row) => row.id),
      { archivedAt: work.now },
    )
  },
})

/**
 * Gives restored records the numbers back that they lost when they were archived. A record of whose numbers another
 * one carries any by now gets none: `taken` names the other's number and the record that wanted it.
 */
export const restoreExternalIds = command({
  name: 'workspace.restoreExternalIds',
  permission: may.see,
  input: lostExternalIds,
  internal: true,
  async run(work, { kind, subjects }): Promise<{ taken: (ExternalId & { wantedBy: string })[] }> {
    const lostAt = new Map(subjects.map(({ subjectId, archivedAt }) => [subjectId, archivedAt]))
    if (lostAt.size === 0) return { taken: [] }
    const archived = await work.tx
      .select()
      .from(externalIds)
      .where(ofSubjects(work, kind, [...lostAt.keys()]))
    const lost = archived.filter((row) => row.archivedAt?.toISOString() === lostAt.get(row.subjectId))
    const carried = await related(work, kind, lost)
    const taken = lost.flatMap(({ subjectId: wantedBy, source, value }) =>
      carried
        .filter((row) => row.source === source && row.value === value && row.subjectId !== wantedBy)
        .map(({ subjectId }) => ({ subjectId, source, value, wantedBy })),
    )
    const refused = new Set(taken.map(({ wantedBy }) => wantedBy))
    const free = lost.filter(({ subjectId }) => !refused.has(subjectId)).map((row) => row.id)
    await changeRows(work, externalIds, free, { archivedAt: null })
    return { taken }
  },
})

const ofSubjects = ({ actor }: Look, kind: ExternalIdKind, subjectIds: readonly string[]) =>
  and(own(externalIds, actor), eq(externalIds.kind, kind), inArray(externalIds.subjectId, [...subjectIds]))

/** Live numbers of the same records, and live numbers that read the same. */
async function related(
  look: Look,
  kind: ExternalIdKind,
  entries: readonly { subjectId: string; source: string; value: string | null }[],
) {
  if (entries.length === 0) return []
  const values = entries.flatMap(({ value }) => (value === null ? [] : [value]))
  const sources = [...new Set(entries.map(({ source }) => source))]
  const isRelated = or(
    inArray(externalIds.subjectId, [...new Set(entries.map(({ subjectId }) => subjectId))]),
    inArray(externalIds.value, values),
  )
  const ofSources = and(own(externalIds, look.actor), eq(externalIds.kind, kind), inArray(externalIds.source, sources))
  return plannedForValues(look.tx, () =>
    look.tx
      .select()
      .from(externalIds)
      .where(and(ofSources, live(externalIds), isRelated)),
  )
}
