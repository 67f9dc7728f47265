import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { edit, open } from '@/lib/modules/negotiations/commands'
import { list } from '@/lib/modules/negotiations/list'
import { byId } from '@/lib/modules/negotiations/queries'
import { newcomer } from '@/tests/people'
import { done, noon } from '../terms/scene'
import { annual, aScene } from './scene'

const titles = async (actor: Actor, address: Record<string, string>) =>
  (await ask(list, actor, address)).rows.map(({ title }) => title)

async function aSceneOfThree() {
  const scene = await aScene()
  const { keeper, accountId } = scene
  await done(open, keeper, { accountId, kind: 'price', title: '原料採購', direction: 'buy', deadlineOn: '2026-12-01' })
  await done(open, keeper, { accountId, kind: 'promotion', title: '春節檔期', deadlineOn: '2026-12-31' })
  return scene
}

describe('the list of negotiations', () => {
  it('goes by the latest change, by the deadline with those without one at the end, and by the start', async () => {
    const { keeper, negotiationId } = await aSceneOfThree()
    await done(edit, keeper, { negotiationId, ...annual, objective: '端架四期' }, noon('2030-01-01'))
    expect(await titles(keeper, {})).toEqual(['明年度交易條件', '春節檔期', '原料採購'])
    expect(await titles(keeper, { sort: 'deadlineOn' })).toEqual(['原料採購', '春節檔期', '明年度交易條件'])
    expect(await titles(keeper, { sort: '-startedOn' })).toHaveLength(3)
  })

  it('is narrowed by direction, kind, state, path, account and who leads', async () => {
    const { keeper, lead, accountId } = await aSceneOfThree()
    expect(await titles(keeper, { direction: 'buy' })).toEqual(['原料採購'])
    expect(await titles(keeper, { kind: 'promotion' })).toEqual(['春節檔期'])
    expect(await titles(keeper, { state: 'closed' })).toEqual([])
    expect(await titles(keeper, { path: 'formal', account: accountId })).toHaveLength(3)
    expect(await titles(keeper, { owner: lead.id })).toEqual([])
  })

  it('is searched by what the negotiation is about', async () => {
    const { keeper } = await aSceneOfThree()
    expect(await titles(keeper, { q: '端架' })).toEqual(['明年度交易條件'])
    expect(await titles(keeper, { q: '春節' })).toEqual(['春節檔期'])
  })

  it('shows nothing to another company', async () => {
    await aSceneOfThree()
    expect(await titles(await newcomer('manager'), {})).toEqual([])
  })
})

describe('the page of a negotiation', () => {
  it('says who leads, and to whom the mandate is open', async () => {
    const { keeper, manager, negotiationId } = await aScene()
    expect(await ask(byId, keeper, { negotiationId })).toMatchObject({
      state: 'planning',
      deadlineOn: null,
      mayLead: true,
      inGroup: true,
      team: [{ memberId: keeper.id, part: 'leads' }],
    })
    expect(await ask(byId, manager, { negotiationId })).toMatchObject({ mayLead: true, inGroup: false })
  })

  it('does not exist for another company', async () => {
    const { negotiationId } = await aScene()
    const stranger = await newcomer('manager')
    await expect(ask(byId, stranger, { negotiationId })).rejects.toMatchObject({ code: 'notFound' })
  })
})
