import { and, asc, eq, inArray } from 'drizzle-orm'
import { externalIds } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { manyRows, plannedForValues } from '@/lib/kernel/values'
import type { ExternalId, ExternalIdKind } from './model-external-ids'

const columns = { subjectId: externalIds.subjectId, source: externalIds.source, value: externalIds.value }

/** Under which numbers other systems know these records. */
export async function findExternalIds(
  { tx, actor }: Look,
  kind: ExternalIdKind,
  subjectIds: readonly string[],
): Promise<ExternalId[]> {
  if (subjectIds.length === 0) return []
  const isOfThem = inArray(externalIds.subjectId, [...subjectIds])
  const read = () =>
    tx
      .select(columns)
      .from(externalIds)
      .where(and(own(externalIds, actor), eq(externalIds.kind, kind), isOfThem, live(externalIds)))
      .orderBy(asc(externalIds.source), asc(externalIds.value))
  return subjectIds.length < manyRows ? read() : plannedForValues(tx, read)
}

/** Which records carry these numbers of one source. */
export async function findByExternalId(
  { tx, actor }: Look,
  kind: ExternalIdKind,
  source: string,
  values: readonly string[],
): Promise<ExternalId[]> {
  if (values.length === 0) return []
  return tx
    .select(columns)
    .from(externalIds)
    .where(
      and(
        own(externalIds, actor),
        eq(externalIds.kind, kind),
        eq(externalIds.source, source),
        inArray(externalIds.value, [...values]),
        live(externalIds),
      ),
    )
}
