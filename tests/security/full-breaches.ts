import type { Actor } from '@/lib/kernel/actor'
import { addAction } from '@/lib/modules/kpis/commands-breaches'
import { measure } from '@/lib/modules/kpis/commands-measure'
import { done } from '@/tests/modules/terms/scene'
import { owner } from '@/tests/people'
import { measurable } from './full-kpis'

type People = { actor: Actor; colleague: Actor; accountId: string }

/** A KPI in breach with an action, another breach that waits for its verification, and a right input for each command. */
export async function fullBreaches({ actor, colleague, accountId }: People) {
  const { breachId, code } = await inBreach(actor, accountId)
  const other = await inBreach(actor, accountId)
  await owner()`update kpi_breaches set state = 'inProgress' where id = ${other.breachId}`
  await owner()`update kpis set owner_id = ${colleague.id} where id = ${other.kpiId}`
  const action = { text: '改由南區倉出貨', ownerId: colleague.id, dueOn: '2026-12-31' }
  const { kpiActionId } = await done(addAction, actor, { breachId, ...action })
  return {
    ids: { breachId, kpiActionId },
    input: {
      'kpis.moveBreach': { step: 'acknowledge' },
      'kpis.explainBreach': { causeKind: 'logistics', cause: '改線後到倉時間不足' },
      'kpis.verifyBreach': { breachId: other.breachId, verification: '連續兩期達標' },
      'kpis.addAction': action,
      'kpis.finishAction': { result: '已改由南區倉出貨' },
      'kpis.dropAction': {},
      'kpis.measureMany': { rows: [{ agreement: code, kpi: 'OTIF', period: '2026-04', value: '95' }] },
    },
  }
}

/** A signed KPI that was red twice. */
async function inBreach(actor: Actor, accountId: string) {
  const { kpiId } = await measurable(actor, accountId)
  for (const period of ['2026-02', '2026-03']) await done(measure, actor, { kpiId, period, value: '70' })
  const [row] = await owner()<{ id: string; code: string }[]>`select b.id, g.code from kpi_breaches b
    join agreements g on g.id = b.agreement_id where b.kpi_id = ${kpiId}`
  return { kpiId, breachId: row?.id ?? '', code: row?.code ?? '' }
}
