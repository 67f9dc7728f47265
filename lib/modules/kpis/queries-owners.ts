import { z } from 'zod'
import { id } from '@/lib/kernel/input'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { findAgreed } from './queries-held'

/** Who answers for the KPIs that a version changes, each once. */
export const ownersIn = query({
  name: 'kpis.ownersIn',
  permission: may.keep,
  input: z.strictObject({ agreementVersionId: id }),
  run: async (look, { agreementVersionId }): Promise<string[]> => [
    ...new Set((await findAgreed(look, agreementVersionId)).map(({ kpi }) => kpi.ownerId)),
  ],
})
