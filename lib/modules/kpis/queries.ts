import { z } from 'zod'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { kpiTypes } from './model-catalogue'
import { kpiWords } from './model-catalogue-words'
import { type Aggregation, type KpiCategory, type KpiDirection, type KpiUnit, kpiCategories } from './model-values'
import { findOwnDefinitions } from './queries-definitions'

/**
 * The library of KPIs by category, in the reader's language: what each one counts, of what, and who measures it. What the
 * company defines itself stands in for the catalogue; what it retired is shown to those who may take it back.
 */
export const library = query({
  name: 'kpis.library',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const { locale } = look.actor
    const mayConfigure = isGranted(may.configure, look.actor)
    const rows = await findOwnDefinitions(look)
    const defined = new Map(rows.map((row) => [row.code, row]))
    const catalogued = kpiTypes.flatMap((type) => {
      const said = kpiWords[type.code]?.[locale]
      return said && !defined.has(type.code) ? [{ ...type, said, own: null }] : []
    })
    const mine = rows
      .filter(({ retired }) => !retired || mayConfigure)
      .map((row) => ({
        ...{ code: row.code, category: row.category as KpiCategory, unit: row.unit as KpiUnit },
        ...{ direction: row.direction as KpiDirection, aggregation: row.aggregation as Aggregation },
        said: {
          name: locale === 'en' ? row.englishName : row.name,
          ...{ counts: row.numerator, of: row.denominator, exclusions: row.exclusions, source: row.measuredFrom },
          definition: (locale === 'en' ? row.englishDefinition : null) ?? row.definition,
          ...{ measuredBy: null, verifiedBy: null, sample: null },
        },
        own: ownPart(row),
      }))
    const types = [...catalogued, ...mine]
    return {
      mayConfigure,
      categories: kpiCategories.flatMap((category) => {
        const found = types.filter((type) => type.category === category)
        return found.length > 0 ? [{ category, types: found }] : []
      }),
    }
  },
})
export type Library = Awaited<ReturnType<typeof library.run>>

/** Everything that can be changed of a definition of the company's own. */
function ownPart(row: Awaited<ReturnType<typeof findOwnDefinitions>>[number]) {
  const { workspaceId: _, createdAt: __, ...kept } = row
  return kept
}
