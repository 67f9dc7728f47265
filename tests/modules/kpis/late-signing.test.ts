import { describe, expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { setFacts } from '@/lib/modules/agreements/commands'
import { recordProvisional } from '@/lib/modules/agreements/commands-provisional'
import { signing } from '@/lib/modules/agreements/queries-signing'
import { keepAgreed } from '@/lib/modules/kpis/commands-keeping'
import { byId } from '@/lib/modules/kpis/queries-record'
import { annualFacts, aScene, executedAgreement } from '../agreements/scene'
import { done, noon } from '../terms/scene'
import { agreed, entered } from './scene'

const april = noon('2026-04-20')

describe('an agreement that was signed late', () => {
  it('has the periods of its first quarter, measured against what was agreed, beside its provisional terms', async () => {
    const scene = await aScene()
    const { keeper, agreementId, agreementVersionId, workspace } = scene
    await done(setFacts, keeper, { agreementVersionId, ...annualFacts })
    const { kpiId } = await agreed(scene)
    await executedAgreement(scene, { now: april, on: '2026-04-20' })
    await done(keepAgreed, workspaceActor(workspace.id), { agreementId }, april)
    const provisional = { provisionalTerms: '沿用 2025 年度條件', provisionalNote: '1 月 12 日來信' }
    await done(recordProvisional, keeper, { agreementVersionId, ...provisional }, april)
    for (const [period, percent] of [
      ['2026-01', '96'],
      ['2026-02', '92'],
      ['2026-03', '70'],
    ] as const)
      await entered(keeper, kpiId, period, percent, april)
    const { periods } = await ask(byId, keeper, { kpiId }, april)
    expect(periods.filter(({ current }) => current).map(({ key, current }) => [key, current?.value])).toEqual([
      ['2026-03', '70'],
      ['2026-02', '92'],
      ['2026-01', '96'],
    ])
    expect(await ask(signing, keeper, { agreementId }, april)).toMatchObject({
      daysLate: 109,
      provisional: { terms: '沿用 2025 年度條件' },
    })
  })
})
