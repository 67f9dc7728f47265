import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { judgeEqual } from '@/lib/modules/negotiations/commands-comparisons'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { setStakes } from '@/lib/modules/negotiations/commands-stakes'
import { history } from '@/lib/modules/negotiations/queries-history'
import { table } from '@/lib/modules/negotiations/queries-table-page'
import { newcomer } from '@/tests/people'
import { done, refusalOf } from '../terms/scene'
import { aScene } from './scene'

/** Days and a rebate that weigh the same: a step of one equals a step of the other. */
async function alike() {
  const scene = await aScene()
  const { keeper, negotiationId } = scene
  const { issueId: days } = await done(addIssue, keeper, { negotiationId, termCode: 'paymentDays' })
  const { issueId: rebate } = await done(addIssue, keeper, { negotiationId, termCode: 'annualRebate' })
  const weigh = (weight: string) =>
    done(setStakes, keeper, {
      negotiationId,
      stakes: [
        { issueId: days, version: 99, target: '30', limit: '70', weight, theirTarget: '90', theirLimit: '80' },
        { issueId: rebate, version: 99, target: '1', limit: '5', weight: '50' },
      ],
    })
  await weigh('50')
  const read = async (actor = keeper) => (await ask(table, actor, { negotiationId })).secret
  return { ...scene, weigh, read }
}

describe('whether two packages are really equal', () => {
  it('is asked until it is answered, and again only when the weights change', async () => {
    const { keeper, negotiationId, weigh, read } = await alike()
    const first = await read()
    expect(first?.question?.pair).toHaveLength(2)
    expect(first?.answer).toBeNull()
    // What they want lies beyond our limit, where all is worth the same to us.
    for (const { one, other } of first?.question?.pair ?? [])
      expect(Math.max(Number(one), Number(other))).toBeLessThan(71)
    await done(judgeEqual, keeper, { negotiationId, asked: first?.question?.worthHash, answer: 'first' })
    expect((await read())?.answer).toMatchObject({ answer: 'first', by: keeper.name })
    await done(judgeEqual, keeper, { negotiationId, answer: 'equal' })
    expect(await read()).toMatchObject({ answer: { answer: 'equal' }, earlier: [] })

    await weigh('25')
    const changed = await read()
    expect(changed?.answer).toBeNull()
    expect(changed?.earlier).toMatchObject([{ answer: 'equal', pair: first?.question?.pair }])
    await weigh('50')
    expect((await read())?.answer).toMatchObject({ answer: 'equal' })
  })

  it('is refused when the question changed meanwhile, when there is none, or when it is no answer', async () => {
    const { keeper, negotiationId, weigh, read } = await alike()
    const asked = (await read())?.question?.worthHash
    await weigh('25')
    const input = { negotiationId, asked, answer: 'equal' }
    expect(await refusalOf(judgeEqual, keeper, input)).toBe('negotiations.questionChanged')
    expect(await refusalOf(judgeEqual, keeper, { negotiationId, answer: 'third' })).toBe('invalid')
    const bare = await aScene()
    expect(await refusalOf(judgeEqual, bare.keeper, { negotiationId: bare.negotiationId, answer: 'equal' })).toBe(
      'negotiations.nothingToCompare',
    )
  })

  it('stands in the history for the mandate group alone, and is answered by nobody else', async () => {
    const { keeper, manager, lead, negotiationId, read } = await alike()
    await done(judgeEqual, keeper, { negotiationId, answer: 'second' })
    const told = async (actor = keeper) =>
      (await ask(history, actor, { negotiationId, before: null })).entries.flatMap(({ subject, fields }) =>
        subject === 'negotiation_comparisons' ? fields.map(({ after }) => after) : [],
      )
    expect(await told()).toEqual(['second'])
    for (const other of [manager, lead]) {
      expect(await told(other)).toEqual([])
      expect(await read(other)).toBeNull()
      expect(await refusalOf(judgeEqual, other, { negotiationId, answer: 'equal' })).toBe('notAllowed')
    }
    expect(await refusalOf(judgeEqual, await newcomer('manager'), { negotiationId, answer: 'equal' })).toBe('notFound')
  })
})
