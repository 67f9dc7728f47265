import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { talk } from '@/lib/modules/negotiations/commands-light'
import { endWithoutDeal, suspend } from '@/lib/modules/negotiations/commands-states'
import { find } from '@/lib/modules/negotiations/queries-find'
import { history } from '@/lib/modules/negotiations/queries-history'
import { newcomer } from '@/tests/people'
import { done } from '../terms/scene'
import { aScene } from './scene'

describe('the history of a negotiation', () => {
  it('tells what changed, and from which state to which', async () => {
    const { keeper, negotiationId } = await aScene()
    await done(suspend, keeper, { negotiationId, reason: '等對方董事會' })
    const { entries } = await ask(history, keeper, { negotiationId })
    expect(entries[0]?.fields).toEqual([
      { field: 'state', before: 'planning', after: 'suspended' },
      { field: 'stateReason', before: null, after: '等對方董事會' },
    ])
    expect(entries.map(({ subject }) => subject)).toContain('negotiation_members')
  })

  it('names nothing that only the mandate group knows', async () => {
    const { keeper, manager, negotiationId } = await aScene()
    const ending = { reason: '價差過大', nextStep: '改供其他通路', dueOn: '2099-01-04' }
    await done(endWithoutDeal, keeper, { negotiationId, ...ending })
    const seen = JSON.stringify(await ask(history, manager, { negotiationId }))
    expect(seen).toContain('價差過大')
    expect(seen).not.toContain('改供其他通路')
  })

  it('does not exist for another company', async () => {
    const { negotiationId } = await aScene()
    const stranger = await newcomer('manager')
    await expect(ask(history, stranger, { negotiationId })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('the palette', () => {
  it('finds negotiations by title and small talks by what was said, of one’s own company alone', async () => {
    const { keeper, accountId } = await aScene()
    await done(talk, keeper, { accountId, asked: '每箱降 2 元', got: '多訂 200 箱', result: 'agreed' })
    const titles = async (q: string, actor = keeper) =>
      (await ask(find, actor, { q })).groups.flatMap(({ items }) => items.map(({ title }) => title))
    expect(await titles('明年度')).toEqual(['明年度交易條件'])
    expect(await titles('200 箱')).toEqual(['每箱降 2 元'])
    expect(await titles('')).toEqual([])
    expect(await titles('明年度', await newcomer('manager'))).toEqual([])
  })
})
