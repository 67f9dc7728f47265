import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { amend } from '@/lib/modules/agreements/commands-amendments'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { fillVariables } from '@/lib/modules/agreements/commands-text'
import { drafting } from '@/lib/modules/agreements/queries-drafting'
import { aScene, drafted, look } from '../agreements/scene'
import { done, noon } from '../terms/scene'
import { agreed, executed } from './scene'

const body = '乙方保證{{kpi.OTIF.name}}達 {{kpi.OTIF.target}}，{{kpi.OTIF.frequency}}衡量；{{kpi.PAY}}另計。'
const clause = { heading: '服務水準', body, aspect: 'quality' }
const filled = '乙方保證準時足量交付率達 95% 以上，每月衡量；{{kpi.PAY}}另計。'

describe('a clause that names KPIs', () => {
  it('is filled with what the version agrees, and says which is not agreed', async () => {
    const scene = await aScene()
    const { keeper, agreementId, agreementVersionId } = scene
    await done(addClause, keeper, { agreementVersionId, ...clause })
    const open = async () => (await ask(drafting, keeper, { agreementVersionId }, drafted)).unfilled
    expect(await open()).toEqual(['kpi.OTIF.name', 'kpi.OTIF.target', 'kpi.OTIF.frequency', 'kpi.PAY'])
    await agreed(scene)
    expect(await open()).toEqual(['kpi.PAY'])
    await done(fillVariables, keeper, { agreementVersionId }, drafted)
    expect((await look(keeper, agreementId)).latest.clauses[0]?.body).toBe(filled)
  })

  it('knows in an amendment the KPIs that go on as they were signed', async () => {
    const scene = await aScene()
    const { keeper, agreementId } = scene
    await agreed(scene)
    await executed(scene)
    const june = noon('2026-06-15')
    const change = { kind: 'amendment', validFrom: '2026-07-01', reason: '加服務水準' }
    const { agreementVersionId } = await done(amend, keeper, { agreementId, ...change }, june)
    await done(addClause, keeper, { agreementVersionId, ...clause }, june)
    expect((await ask(drafting, keeper, { agreementVersionId }, june)).unfilled).toEqual(['kpi.PAY'])
  })
})
