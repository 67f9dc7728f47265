import { describe, expect, it } from 'vitest'
import { perform } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { addAlternative, editAlternative, removeAlternative } from '@/lib/modules/negotiations/commands-alternatives'
import { findAlternatives } from '@/lib/modules/negotiations/queries-alternatives'
import { newcomer } from '@/tests/people'
import { done, refusalOf } from '../terms/scene'
import { aScene } from './scene'

const outcomes = [
  { label: '談成', probability: '0.6', score: '70' },
  { label: '談不成', probability: '0.4', score: '20' },
]
const other = { side: 'us', name: '改供其他通路', outcomes, switchingCost: '5', nextStep: '下週拜訪' }

async function withOne() {
  const scene = await aScene()
  const { alternativeId } = await done(addAlternative, scene.keeper, { negotiationId: scene.negotiationId, ...other })
  const now = new Date()
  const all = () =>
    inTransaction(scene.keeper, 'read only', (tx) =>
      findAlternatives({ tx, actor: scene.keeper, now }, scene.negotiationId),
    )
  return { ...scene, alternativeId, all }
}

describe('what each side does without a deal', () => {
  it('is scored by its outcomes less the cost of switching: N10', async () => {
    const { all } = await withOne()
    expect((await all()).map(({ name, score }) => [name, score])).toEqual([['改供其他通路', '45']])
  })

  it('may name its outcomes later, and is then not scored', async () => {
    const { all, keeper, alternativeId } = await withOne()
    await done(editAlternative, keeper, {
      alternativeId,
      ...other,
      outcomes: [{ label: '', probability: ' ', score: '' }],
    })
    expect((await all())[0]?.score).toBeNull()
    await done(removeAlternative, keeper, { alternativeId })
    expect(await all()).toEqual([])
  })

  it('is refused beside the field when its outcomes are no whole', async () => {
    const { keeper, negotiationId } = await withOne()
    const fields = async (more: object) => {
      const result = await perform(addAlternative, keeper, { negotiationId, ...other, ...more })
      return result.ok ? null : [result.refusal.code, Object.keys(result.refusal.fields)]
    }
    expect(await fields({ outcomes: outcomes.slice(0, 1) })).toEqual(['negotiations.probabilitiesNotWhole', []])
    expect(await fields({ outcomes: [{ label: 'a', probability: '1.2', score: '101' }] })).toEqual([
      'negotiations.probabilityOutside',
      ['outcomes.0.probability', 'outcomes.0.score'],
    ])
  })

  it('is for the mandate group alone', async () => {
    const { manager, lead, colleague, negotiationId, alternativeId } = await withOne()
    for (const actor of [manager, lead, colleague]) {
      expect(await refusalOf(addAlternative, actor, { negotiationId, ...other })).toBe('notAllowed')
      expect(await refusalOf(removeAlternative, actor, { alternativeId })).toBe('notAllowed')
    }
    expect(await refusalOf(editAlternative, await newcomer('manager'), { alternativeId, ...other })).toBe('notFound')
  })
})
