import type { Actor } from '@/lib/kernel/actor'
import { draft } from '@/lib/modules/agreements/commands'
import { add, setSeasonal } from '@/lib/modules/kpis/commands'
import { annual, look } from '@/tests/modules/agreements/scene'
import { onTime } from '@/tests/modules/kpis/scene'
import { done } from '@/tests/modules/terms/scene'
import { owner } from '@/tests/people'

const { code, ...terms } = onTime
/** What can be said of a KPI once its meaning was chosen. */
export const kpiTerms = terms
const limits = { target: '96', amber: '91', zero: '80' }

/** A drafted agreement with a KPI and a target of one period, and a right input for each command about them. */
export async function fullKpis({ actor, accountId }: { actor: Actor; accountId: string }) {
  const { agreementId } = await done(draft, actor, { accountId, ...annual, title: 'KPI 合約' })
  const agreementVersionId = (await look(actor, agreementId)).latest.id
  const { kpiId } = await done(add, actor, { agreementVersionId, ...onTime, ownerId: actor.id })
  await done(setSeasonal, actor, { agreementVersionId, kpiId, period: '2026-02', ...limits })
  const [target] = await owner()<{ id: string }[]>`select id from kpi_targets where kpi_id = ${kpiId} and seasonal`
  const of = { agreementVersionId }
  return {
    ids: { kpiId, kpiTargetId: target?.id ?? '' },
    input: {
      'kpis.add': { ...of, code, ...terms, party: 'them' },
      'kpis.edit': { ...of, ...terms },
      'kpis.remove': of,
      'kpis.setTarget': { ...of, ...limits },
      'kpis.setSeasonal': { ...of, period: '2026-03', ...limits },
      'kpis.dropTarget': {},
      'kpis.measure': { kpiId: await measurable(actor, accountId), period: '2026-01', value: '95' },
    },
  }
}

/** A KPI of an agreement that both sides signed. */
export async function measurable(actor: Actor, accountId: string) {
  const { agreementId } = await done(draft, actor, { accountId, ...annual, title: '已簽合約' })
  const agreementVersionId = (await look(actor, agreementId)).latest.id
  const { kpiId } = await done(add, actor, { agreementVersionId, ...onTime, ownerId: actor.id })
  await owner()`update agreement_versions set state = 'executed', recorded_at = now() where id = ${agreementVersionId}`
  await owner()`update agreements set state = 'active' where id = ${agreementId}`
  return kpiId
}
