import { z } from 'zod'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { kpiTypes } from './model-catalogue'
import { kpiWords } from './model-catalogue-words'
import { kpiCategories } from './model-values'

/** The library of KPIs by category, in the reader's language: what each one counts, of what, and who measures it. */
export const library = query({
  name: 'kpis.library',
  permission: may.see,
  input: z.strictObject({}),
  async run({ actor }) {
    const types = kpiTypes.flatMap((type) => {
      const said = kpiWords[type.code]?.[actor.locale]
      return said ? [{ ...type, said }] : []
    })
    return kpiCategories.flatMap((category) => {
      const found = types.filter((type) => type.category === category)
      return found.length > 0 ? [{ category, types: found }] : []
    })
  },
})
export type Library = Awaited<ReturnType<typeof library.run>>
