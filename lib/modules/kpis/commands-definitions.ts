import { and, eq } from 'drizzle-orm'
import { kpiDefinitions } from '@/db/schema/kpis'
import { command, type Work } from '@/lib/kernel/command'
import { own } from '@/lib/kernel/own'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { may } from './manifest'
import { messages } from './messages-refusals'
import { defineInput, redefineInput, retireInput } from './model'
import { cataloguedRow } from './queries-definitions'
import { no } from './rules'
import { mustBeRatio } from './rules-terms'

const defines = { permission: may.configure, messages, refreshes: ['/agreements/kpis'] }

/** Defines a KPI of the company's own, or one of the catalogue in the company's own way. What was agreed before stays as it was. */
export const define = command({
  name: 'kpis.define',
  ...defines,
  input: defineInput,
  async run(work, { code, ...said }) {
    mustBeRatio(said)
    if (await findRow(work, code)) throw no('codeTaken', {}, { code: { code: 'codeTaken' } })
    const row = await insertRow(work, kpiDefinitions, { code, ...said })
    return { kpiDefinitionId: row.id, version: row.version }
  },
})

/** Changes a definition of the company's own. What was agreed before stays as it was. */
export const redefine = command({
  name: 'kpis.redefine',
  ...defines,
  input: redefineInput,
  async run(work, { kpiDefinitionId, version, ...said }) {
    mustBeRatio(said)
    const row = await changeRow(work, kpiDefinitions, { id: kpiDefinitionId, version }, said)
    return { kpiDefinitionId, version: row.version }
  },
})

/** Takes a KPI out of the choice for new agreements, or back into it. Those that agreed on it keep it. */
export const setRetired = command({
  name: 'kpis.setRetired',
  ...defines,
  input: retireInput,
  async run(work, { code, retired }) {
    const row = await findRow(work, code)
    const known = cataloguedRow(code)
    if (row) await changeRow(work, kpiDefinitions, { id: row.id }, { retired })
    else if (known) await insertRow(work, kpiDefinitions, { ...known, retired })
    else throw no('unknownKpi')
    return { code }
  },
})

async function findRow({ tx, actor }: Work, code: string) {
  const [row] = await tx
    .select({ id: kpiDefinitions.id })
    .from(kpiDefinitions)
    .where(and(own(kpiDefinitions, actor), eq(kpiDefinitions.code, code)))
    .for('update')
  return row ?? null
}
