import { and, asc, desc, eq } from 'drizzle-orm'
import { kpis } from '@/db/schema/kpis'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { agreementRef } from '@/lib/modules/agreements/model'
import { findClauses } from '@/lib/modules/agreements/queries-clauses'
import { findAgreement, findLatest } from '@/lib/modules/agreements/queries-held'
import { findFiscalCalendar } from '@/lib/modules/workspace/queries-money'
import { may } from './manifest'
import type { KpiUnit } from './model-values'
import { findReadable } from './queries-held'
import { resultOf } from './rules-results'

const most = 50

/** What the KPIs of an agreement came to, with the clause that each belongs to; how many are red of those measured. */
export const resultsOf = query({
  name: 'kpis.resultsOf',
  permission: may.see,
  input: agreementRef,
  async run(look, { agreementId }) {
    const { tx, actor } = look
    await findAgreement(look, agreementId)
    const clauses = await findClauses(look, (await findLatest(look, agreementId)).id)
    const rows = await tx
      .select()
      .from(kpis)
      .where(and(own(kpis, actor), eq(kpis.agreementId, agreementId), live(kpis)))
      .orderBy(desc(kpis.weight), asc(kpis.id))
      .limit(most)
    const ids = rows.map(({ id }) => id)
    const [readable, calendar] = await Promise.all([findReadable(look, ids), findFiscalCalendar(look)])
    const results = new Map(
      readable.map(({ kpi, targets, measured }) => [kpi.id, resultOf(kpi, targets, measured, calendar)]),
    )
    const measured = rows.filter(({ latestStatus }) => latestStatus !== 'noData')
    return {
      red: measured.filter(({ latestStatus }) => latestStatus === 'red').length,
      measured: measured.length,
      lines: rows.map((row) => {
        const clause = clauses.find(({ key }) => key === row.clauseKey)
        return {
          id: row.id,
          name: actor.locale === 'en' ? row.englishName : row.name,
          given: clause ? { key: clause.key, heading: clause.heading, value: clause.value } : null,
          unit: row.unit as KpiUnit,
          decimals: row.decimals,
          result: results.get(row.id) ?? null,
        }
      }),
    }
  },
})
export type AgreementResults = Awaited<ReturnType<typeof resultsOf.run>>
