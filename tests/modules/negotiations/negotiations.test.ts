import { describe, expect, it } from 'vitest'
import { edit, open } from '@/lib/modules/negotiations/commands'
import { newcomer, owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { annual, aScene } from './scene'

describe('a negotiation', () => {
  it('is opened by whoever serves the account, who then leads it', async () => {
    const { negotiationId, keeper } = await aScene()
    const [row] = await owner()`select state, path, owner_id from negotiations where id = ${negotiationId}`
    expect(row).toEqual({ state: 'planning', path: 'formal', owner_id: keeper.id })
    const [seat] =
      await owner()`select member_id, part from negotiation_members where negotiation_id = ${negotiationId}`
    expect(seat).toEqual({ member_id: keeper.id, part: 'leads' })
  })

  it('is not opened by somebody who does not serve the account, nor in a role that may not', async () => {
    const { colleague, logistics, accountId } = await aScene()
    expect(await refusalOf(open, colleague, { accountId, ...annual })).toBe('notAllowed')
    expect(await refusalOf(open, logistics, { accountId, ...annual })).toBe('notAllowed')
  })

  it('does not exist for another company', async () => {
    const { negotiationId, accountId } = await aScene()
    const stranger = await newcomer('manager')
    expect(await refusalOf(open, stranger, { accountId, ...annual })).toBe('notFound')
    expect(await refusalOf(edit, stranger, { negotiationId, ...annual })).toBe('notFound')
  })

  it('keeps what two people changed in different fields, and refuses the field that both changed', async () => {
    const { negotiationId, keeper } = await aScene()
    const seen = { negotiationId, version: 1 }
    await done(edit, keeper, { ...seen, ...annual, title: '明年度條件與檔期' }, noon('2026-11-23'))
    await done(edit, keeper, { ...seen, ...annual, objective: '端架四期' }, noon('2026-11-24'))
    const [row] = await owner()`select title, objective from negotiations where id = ${negotiationId}`
    expect(row).toEqual({ title: '明年度條件與檔期', objective: '端架四期' })
    const late = { ...seen, ...annual, title: '明年度檔期' }
    expect(await refusalOf(edit, keeper, late, noon('2026-11-25'))).toBe('changedMeanwhile')
  })

  it('changes while it lives', async () => {
    const { negotiationId, keeper } = await aScene()
    await done(edit, keeper, {
      negotiationId,
      ...annual,
      objective: '端架四期，付款 60 天內',
      deadlineOn: '2026-12-20',
    })
    const [row] = await owner()`select objective, deadline_on::text from negotiations where id = ${negotiationId}`
    expect(row).toEqual({ objective: '端架四期，付款 60 天內', deadline_on: '2026-12-20' })
    await owner()`update negotiations set state = 'closed' where id = ${negotiationId}`
    expect(await refusalOf(edit, keeper, { negotiationId, ...annual })).toBe('negotiations.at_closed')
  })
})
