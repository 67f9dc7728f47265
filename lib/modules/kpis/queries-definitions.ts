import { and, asc, eq } from 'drizzle-orm'
import { kpiDefinitions } from '@/db/schema/kpis'
import type { Look } from '@/lib/kernel/command'
import { own } from '@/lib/kernel/own'
import type { AgreementAspect } from '@/lib/modules/agreements/model-values'
import { aspectOfCategory, kpiTypeOf, kpiTypes } from './model-catalogue'
import { kpiWords } from './model-catalogue-words'
import type { Aggregation, KpiCategory, KpiDirection, KpiSource, KpiUnit } from './model-values'

/** What a KPI means when it is agreed: of the catalogue, or as the company defines it. */
export type Definition = {
  code: string
  name: string
  englishName: string
  unit: KpiUnit
  direction: KpiDirection
  aggregation: Aggregation
  decimals: number
  category: KpiCategory
  aspect: AgreementAspect
  definition: string | null
  numerator: string | null
  denominator: string | null
  source: KpiSource
}

const most = 300

/** What the company defines itself, or otherwise than the catalogue. */
export const findOwnDefinitions = ({ tx, actor }: Look) =>
  tx.select().from(kpiDefinitions).where(own(kpiDefinitions, actor)).orderBy(asc(kpiDefinitions.code)).limit(most)

const ownOne = (row: typeof kpiDefinitions.$inferSelect): Definition => {
  const { code, name, englishName, decimals, definition, numerator, denominator } = row
  const category = row.category as KpiCategory
  return {
    ...{ code, name, englishName, decimals, definition, numerator, denominator, category },
    unit: row.unit as KpiUnit,
    direction: row.direction as KpiDirection,
    aggregation: row.aggregation as Aggregation,
    aspect: aspectOfCategory[category],
    source: kpiTypeOf(code)?.source ?? 'manual',
  }
}

/** What the catalogue says of a code, as a row of the company's own would keep it; null when it knows no such one. */
export function cataloguedRow(code: string) {
  const type = kpiTypeOf(code)
  const [said, english] = [kpiWords[code]?.['zh-TW'], kpiWords[code]?.en]
  if (!type || !said || !english) return null
  const { unit, direction, aggregation, decimals, category } = type
  return {
    ...{ code, unit, direction, aggregation, decimals, category },
    ...{ name: said.name, definition: said.definition, numerator: said.counts, denominator: said.of },
    ...{ englishName: english.name, englishDefinition: english.definition },
    ...{ exclusions: said.exclusions, measuredFrom: said.source },
  }
}

function catalogued(code: string): Definition | null {
  const [type, row] = [kpiTypeOf(code), cataloguedRow(code)]
  if (!type || !row) return null
  const { englishDefinition: _, exclusions: __, measuredFrom: ___, ...kept } = row
  return { ...kept, aspect: type.aspect, source: type.source }
}

/** The definition with this code; null when nobody knows it, or when it is retired. */
export async function findDefinition({ tx, actor }: Look, code: string): Promise<Definition | null> {
  const [row] = await tx
    .select()
    .from(kpiDefinitions)
    .where(and(own(kpiDefinitions, actor), eq(kpiDefinitions.code, code)))
  if (row) return row.retired ? null : ownOne(row)
  return catalogued(code)
}

/** Every definition in use, the catalogue's first. */
export async function findDefinitions(look: Look): Promise<Definition[]> {
  const rows = await findOwnDefinitions(look)
  const known = new Map(rows.map((row) => [row.code, row]))
  const defined = (code: string) => {
    const row = known.get(code)
    return row ? (row.retired ? null : ownOne(row)) : catalogued(code)
  }
  const codes = [...kpiTypes.map(({ code }) => code), ...rows.map(({ code }) => code)]
  return [...new Set(codes)].flatMap((code) => defined(code) ?? [])
}
