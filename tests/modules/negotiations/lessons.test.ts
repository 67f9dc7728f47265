import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { open } from '@/lib/modules/negotiations/commands'
import { writeDebrief } from '@/lib/modules/negotiations/commands-debriefs'
import { observe } from '@/lib/modules/negotiations/commands-observations'
import { debrief, findLesson, lessons, lessonsFor } from '@/lib/modules/negotiations/queries-lessons'
import { observations } from '@/lib/modules/negotiations/queries-observations'
import { seenIn } from '@/lib/modules/negotiations/rules-observations'
import { evidenceOf } from '@/tests/journeys/evidence-of'
import { newcomer, owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { annual, aScene } from './scene'

const now = noon('2026-11-20')
const learnt = { techniques: ['needs', 'bargaining'], worked: '先寒暄', lesson: '先談量再談價', reuse: '端架換量' }

async function begun() {
  const scene = await aScene()
  await owner()`update negotiations set state = 'open' where id = ${scene.negotiationId}`
  return scene
}

describe('a debrief', () => {
  it('is one for each negotiation, and is mended by whoever sat at the table', async () => {
    const { keeper, logistics, negotiationId, accountId, workspace } = await begun()
    await done(writeDebrief, keeper, { negotiationId, ...learnt }, now)
    expect(await refusalOf(writeDebrief, logistics, { negotiationId, ...learnt }, now)).toBe('notAllowed')
    await owner()`insert into negotiation_members (workspace_id, id, negotiation_id, account_id, member_id, part)
      values (${workspace.id}, ${uuidv7()}, ${negotiationId}, ${accountId}, ${logistics.id}, 'advises')`
    await done(writeDebrief, logistics, { negotiationId, version: 1, ...learnt, failed: '太早讓價' }, now)
    expect(await ask(debrief, keeper, { negotiationId }, now)).toMatchObject({
      written: { by: '林怡君', failed: '太早讓價', techniques: ['needs', 'bargaining'] },
      mayWrite: true,
    })
  })

  it('needs a technique and a lesson, and talks that have begun', async () => {
    const { keeper, negotiationId } = await begun()
    const write = (more: object) => refusalOf(writeDebrief, keeper, { negotiationId, ...learnt, ...more }, now)
    expect(await write({ techniques: [] })).toBe('invalid')
    expect(await write({ lesson: ' ' })).toBe('invalid')
    await owner()`update negotiations set state = 'planning' where id = ${negotiationId}`
    expect(await write({})).toBe('negotiations.notBegunYet')
    await owner()`update negotiations set state = 'noDeal' where id = ${negotiationId}`
    expect(await write({})).toBe(null)
  })

  it('does not exist for another company, and is not a stranger’s to write', async () => {
    const { colleague, negotiationId } = await begun()
    expect(await refusalOf(writeDebrief, colleague, { negotiationId, ...learnt }, now)).toBe('notAllowed')
    expect(await refusalOf(writeDebrief, await newcomer('manager'), { negotiationId, ...learnt }, now)).toBe('notFound')
  })
})

describe('lessons', () => {
  it('are found by one Chinese character, by kind and by technique, and from the palette', async () => {
    const { keeper, negotiationId } = await begun()
    await done(writeDebrief, keeper, { negotiationId, ...learnt }, now)
    const found = async (asked: object) => (await ask(lessons, keeper, asked, now)).lessons.map((each) => each.lesson)
    expect(await found({ q: '量' })).toEqual(['先談量再談價'])
    expect(await found({ q: '寒暄' })).toEqual(['先談量再談價'])
    expect(await found({ q: '寄送' })).toEqual([])
    for (const word of ['議價', 'bargain', '有給有得', '價']) expect(await found({ q: word })).toHaveLength(1)
    for (const word of ['文化', '給']) expect(await found({ q: word })).toEqual([])
    expect(await found({ kind: 'annualTerms', technique: 'bargaining' })).toHaveLength(1)
    expect(await found({ kind: 'price' })).toEqual([])
    expect(await found({ technique: 'culture' })).toEqual([])
    expect(await ask(findLesson, keeper, { q: '端架' }, now)).toMatchObject({
      groups: [{ items: [{ title: '先談量再談價', href: `/negotiations/${negotiationId}/results#debrief` }] }],
    })
    expect(await ask(findLesson, keeper, { q: '' }, now)).toEqual({ groups: [] })
  })

  it('of the same kind or client are shown to the next negotiation, its own left out', async () => {
    const { keeper, negotiationId, accountId } = await begun()
    await done(writeDebrief, keeper, { negotiationId, ...learnt }, now)
    const next = await done(open, keeper, { accountId, direction: 'sell', ...annual }, now)
    expect(await ask(lessonsFor, keeper, { negotiationId: next.negotiationId }, now)).toHaveLength(1)
    expect(await ask(lessonsFor, keeper, { negotiationId }, now)).toEqual([])
  })

  it('of a restricted account are found only by who sees it', async () => {
    const { keeper, logistics, negotiationId, accountId } = await begun()
    await done(writeDebrief, keeper, { negotiationId, ...learnt }, now)
    expect((await ask(lessons, logistics, { q: '量' }, now)).lessons).toHaveLength(1)
    await owner()`update accounts set restricted = true where id = ${accountId}`
    expect((await ask(lessons, logistics, {}, now)).lessons).toEqual([])
    expect((await ask(lessons, logistics, { q: '量' }, now)).lessons).toEqual([])
  })
})

describe('an observation', () => {
  const seen = { observedOn: '2026-11-20', rating1: '3', rating3: '4', rating4: '0', rating5: '', note: '停頓得宜' }

  it('names the indicators that were seen, is read by who was watched, and is their evidence', async () => {
    const { keeper, lead, colleague, negotiationId, accountId } = await begun()
    await done(observe, lead, { negotiationId, observedId: keeper.id, ...seen }, now)
    expect((await ask(observations, keeper, { negotiationId }, now)).observations).toMatchObject([
      { by: '蔡淑芬', of: '林怡君', indicators: ['BGM-2.1', 'BGM-2.3'], note: '停頓得宜' },
    ])
    expect((await ask(observations, colleague, { negotiationId }, now)).observations).toEqual([])
    const [told] = await owner()`select text from notifications where member_id = ${keeper.id}`
    expect(told?.text['zh-TW']).toContain('蔡淑芬')
    expect(await evidenceOf(lead, 'BGM-2.3', accountId)).toMatchObject([{ memberId: keeper.id, day: '2026-11-20' }])
    expect(await evidenceOf(lead, 'BGM-2.2', accountId)).toEqual([])
    expect(await evidenceOf(lead, 'BGM-2.5', accountId)).toEqual([])
  })

  it('is of somebody else at the table, on a day that has come, with something seen', async () => {
    const { keeper, lead, colleague, negotiationId, accountId, workspace } = await begun()
    const tried = (observedId: string, more: object = {}) =>
      refusalOf(observe, lead, { negotiationId, observedId, ...seen, ...more }, now)
    await owner()`insert into negotiation_members (workspace_id, id, negotiation_id, account_id, member_id, part)
      values (${workspace.id}, ${uuidv7()}, ${negotiationId}, ${accountId}, ${lead.id}, 'observes')`
    expect(await tried(lead.id)).toBe('negotiations.onlyOthers')
    expect(await tried(colleague.id)).toBe('negotiations.notAtTheTable')
    expect(await tried(keeper.id, { observedOn: '2026-11-21' })).toBe('negotiations.dayAhead')
    const nothing = { rating1: '', rating3: '', rating4: '' }
    expect(await tried(keeper.id, nothing)).toBe('negotiations.nothingSeen')
    expect(await tried(keeper.id, { rating1: '5' })).toBe('invalid')
  })

  it('is written by leads and managers of the company only', async () => {
    const { keeper, colleague, negotiationId } = await begun()
    const input = { negotiationId, observedId: keeper.id, ...seen }
    expect(await refusalOf(observe, colleague, input, now)).toBe('notAllowed')
    expect(await refusalOf(observe, await newcomer('manager'), input, now)).toBe('notFound')
  })

  it('that rates with 0 says that it was called for and not shown: no evidence', () => {
    expect(seenIn({ 'BGM-2.1': 0, 'BGM-2.4': 1 })).toEqual(['BGM-2.4'])
  })
})
