import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { log } from '@/lib/modules/interactions/commands'
import {
  addSource,
  archive,
  close,
  describe as describeNeed,
  edit,
  feed,
  hear,
  quantify,
  removeSource,
  reopen,
  restore,
  restoreSource,
} from '@/lib/modules/needs/commands'
import { answer, removeAnswer, verify } from '@/lib/modules/needs/commands-answers'
import { list } from '@/lib/modules/needs/list'
import { answering, heardIn } from '@/lib/modules/needs/queries'
import { owner, person } from '@/tests/people'
import { anAccount, done, refused } from '../contacts/scene'
import { aMeasure, aMeasuredNeed, aNeed, aScene, aStranger, needOf, now, today } from './scene'

const later = new Date('2026-05-08T02:00:00Z')

describe('a need is heard', () => {
  it('with whose words, how, and on which day; it rests on a single source', async () => {
    const scene = await aScene()
    const needId = await aNeed(scene)
    expect(await needOf(scene.manager, needId)).toMatchObject({
      state: 'heard',
      triangulated: false,
      owner: '林怡君',
      heardOn: today,
      sources: [{ person: '王大明', method: 'contacts', verbatim: '十二點以後倉庫就不收了', member: '林怡君' }],
    })
  })

  it('in a contact that was logged, which leads to it and lends it its day', async () => {
    const scene = await aScene()
    const { manager, accountId, personId } = scene
    const said = { accountId, channel: 'meeting', summary: '談交期', day: '2026-05-04', personIds: [personId] }
    const { id: interactionId } = await done(log, manager, said, now)
    const needId = await aNeed(scene, { interactionId, heardOn: null })
    expect(await needOf(manager, needId)).toMatchObject({ heardOn: '2026-05-04', sources: [{ interactionId }] })
    expect(await ask(heardIn, manager, { interactionId })).toMatchObject([{ id: needId }])
    const other = await anAccount(manager, { name: '松山電子' })
    const { id: elsewhere } = await done(log, manager, { ...said, accountId: other, personIds: [] }, now)
    const wrong = {
      accountId,
      title: '別處',
      kind: 'other',
      method: 'contacts',
      verbatim: '話',
      interactionId: elsewhere,
    }
    expect((await refused(hear, manager, wrong, now)).code).toBe('needs.otherAccount')
  })

  it('not ahead of time, not for a member nobody knows, not by an auditor, not on a stranger’s account', async () => {
    const scene = await aScene()
    const { manager, accountId, workspace } = scene
    const input = { accountId, title: '快', kind: 'other', method: 'asking', verbatim: '話' }
    expect((await refused(hear, manager, { ...input, heardOn: '2026-05-07' }, now)).code).toBe('needs.liesAhead')
    expect((await refused(hear, manager, { ...input, ownerId: crypto.randomUUID() }, now)).code).toBe(
      'needs.memberUnknown',
    )
    expect((await refused(hear, await person('auditor', workspace), input, now)).code).toBe('notAllowed')
    expect((await refused(hear, await aStranger(), input, now)).code).toBe('notFound')
  })
})

describe('a need becomes sure', () => {
  it('a second method flips the single source, and taking it away flips it back', async () => {
    const scene = await aScene()
    const { manager } = scene
    const needId = await aNeed(scene)
    const seen = { needId, method: 'observation', verbatim: '看到三車排隊', heardOn: today }
    const { sourceId, triangulated } = await done(addSource, manager, seen, now)
    expect(triangulated).toBe(true)
    await done(removeSource, manager, { sourceId }, now)
    expect((await needOf(manager, needId)).triangulated).toBe(false)
    await done(restoreSource, manager, { sourceId }, now)
    expect((await needOf(manager, needId)).triangulated).toBe(true)
  })

  it('keeps its last source', async () => {
    const scene = await aScene()
    const needId = await aNeed(scene)
    const [source] = (await needOf(scene.manager, needId)).sources
    expect((await refused(removeSource, scene.manager, { sourceId: source?.id }, now)).code).toBe('needs.lastSource')
  })

  it('cannot be quantified without unit and baseline, each said at its field', async () => {
    const scene = await aScene()
    const needId = await aNeed(scene)
    const refusal = await refused(
      quantify,
      scene.manager,
      { needId, version: 2, ...aMeasure, unit: '', baseline: '' },
      now,
    )
    expect(refusal.code).toBe('needs.measureIncomplete')
    expect(Object.keys(refusal.fields)).toEqual(['unit', 'baseline'])
  })

  it.each(['9'.repeat(30), '七成', '1.23456', '1e9'])('refuses %s as a figure, at its field', async (target) => {
    const scene = await aScene()
    const needId = await aNeed(scene)
    const refusal = await refused(quantify, scene.manager, { needId, version: 1, ...aMeasure, target }, now)
    expect([refusal.code, Object.keys(refusal.fields)]).toEqual(['invalid', ['target']])
  })

  it('takes 0 and full-width digits as a baseline', async () => {
    const scene = await aScene()
    const needId = await aNeed(scene)
    await done(describeNeed, scene.manager, { needId, version: 1, context: '午後', consequence: '退貨' }, now)
    await done(quantify, scene.manager, { needId, version: 9, ...aMeasure, baseline: '０', target: '９５' }, now)
    expect(await needOf(scene.manager, needId)).toMatchObject({
      state: 'quantified',
      baseline: '0.0000',
      target: '95.0000',
    })
  })

  it('is verified by a colleague, never by its author, and never on a single source', async () => {
    const scene = await aScene()
    const { manager, colleague } = scene
    const needId = await aMeasuredNeed(scene)
    expect((await refused(verify, manager, { needId, checked: [] }, now)).code).toBe('needs.notYourOwn')
    expect(await done(verify, colleague, { needId, checked: [] }, now)).toMatchObject({ state: 'verified' })
    const single = await aNeed(scene)
    expect((await refused(verify, colleague, { needId: single, checked: [] }, now)).code).toBe('needs.describeFirst')
    await done(describeNeed, manager, { needId: single, version: 1, context: '午後', consequence: '退貨' }, now)
    expect((await refused(verify, colleague, { needId: single, checked: [] }, now)).code).toBe('needs.quantifyFirst')
    await done(quantify, manager, { needId: single, version: 9, ...aMeasure }, now)
    expect((await refused(verify, colleague, { needId: single, checked: [] }, now)).code).toBe(
      'needs.singleSourceFirst',
    )
    expect((await refused(verify, await aStranger(), { needId, checked: [] }, now)).code).toBe('notFound')
  })

  it('is verified as the second reader had it before them, not as it was changed meanwhile', async () => {
    const scene = await aScene()
    const { manager, colleague } = scene
    const needId = await aMeasuredNeed(scene)
    const { contentHash, version } = await needOf(colleague, needId)
    await done(quantify, manager, { needId, version, ...aMeasure, target: '90' }, now)
    const refusal = await refused(verify, colleague, { needId, checked: [], contentHash }, now)
    expect(refusal.sentence('zh-TW')).toBe('內容在您開啟後已有變更，請重新整理並讀過後再查證。')
    const read = (await needOf(colleague, needId)).contentHash
    expect(await done(verify, colleague, { needId, checked: [], contentHash: read }, now)).toMatchObject({
      state: 'verified',
    })
  })

  it('is no longer verified once what was verified has changed, and is again when it is changed back', async () => {
    const scene = await aScene()
    const { manager, colleague } = scene
    const needId = await aMeasuredNeed(scene)
    await done(verify, colleague, { needId, checked: [] }, now)
    const { version } = await needOf(manager, needId)
    await done(quantify, manager, { needId, version, ...aMeasure, target: '99' }, now)
    expect(await needOf(manager, needId)).toMatchObject({ state: 'quantified', verifications: [{ stands: false }] })
    await done(quantify, manager, { needId, version: version + 9, ...aMeasure, target: '95.0' }, now)
    expect((await needOf(manager, needId)).state).toBe('verified')
  })
})

describe('a need is answered', () => {
  it('at once when nothing rests on it, and only after verification when something does', async () => {
    const scene = await aScene()
    const { manager, colleague } = scene
    const plain = await aNeed(scene)
    expect(await done(answer, manager, { needId: plain, text: '已安排上午到貨' }, now)).toMatchObject({
      state: 'answered',
    })
    const needId = await aMeasuredNeed(scene)
    await done(feed, manager, { needId, feeds: ['term'] }, now)
    const refusal = await refused(answer, manager, { needId, text: '可以' }, now)
    expect(refusal.sentence('zh-TW')).toBe('已有事項以此需求為依據，請先請同事查證，再回覆客戶。')
    await done(verify, colleague, { needId, checked: [] }, now)
    const { answerId } = await done(answer, manager, { needId, text: '七月起上午到貨' }, now)
    expect((await needOf(manager, needId)).state).toBe('answered')
    await done(removeAnswer, manager, { answerId }, now)
    expect((await needOf(manager, needId)).state).toBe('verified')
  })

  it('not ahead of time, not by somebody who does not serve the account, not from another workspace', async () => {
    const scene = await aScene()
    const needId = await aNeed(scene)
    const said = { needId, text: '可以' }
    expect((await refused(answer, scene.manager, { ...said, answeredOn: '2026-05-07' }, now)).code).toBe(
      'needs.liesAhead',
    )
    expect((await refused(answer, scene.colleague, said, now)).code).toBe('needs.notYours')
    expect((await refused(answer, await aStranger(), said, now)).code).toBe('notFound')
  })

  it('and how many in ten working days equals the raw rows', async () => {
    const scene = await aScene()
    const { manager, lead } = scene
    const days: [string, string | null][] = [
      ['2026-03-02', '2026-03-16'],
      ['2026-03-02', '2026-03-17'],
      ['2026-03-03', null],
      ['2026-04-01', '2026-04-01'],
    ]
    for (const [heardOn, answeredOn] of days) {
      const needId = await aNeed(scene, { heardOn })
      if (answeredOn) await done(answer, manager, { needId, text: '好', answeredOn }, now)
    }
    expect(await ask(answering, lead, {}, now)).toMatchObject({ heard: 4, answered: 3, inTime: 2 })
    const raw = await owner()`select heard.on as heard, said.on as answered from needs n
      join lateral (select min(heard_on) as on from need_sources where need_id = n.id) heard on true
      left join lateral (select min(answered_on) as on from need_answers where need_id = n.id) said on true
      where n.workspace_id = ${manager.workspaceId}`
    const iso = (value: unknown) => (value instanceof Date ? value.toLocaleDateString('sv') : value)
    expect(raw.map((row) => [iso(row.heard), iso(row.answered)]).toSorted()).toEqual(days.toSorted())
    await expect(ask(answering, manager, {}, now)).rejects.toThrow('notAllowed')
  })
})

describe('what lists keep of a need', () => {
  it('equals what its rows say', async () => {
    const scene = await aScene()
    const needId = await aMeasuredNeed(scene, { promisedOn: '2026-05-20' })
    const rows = await owner()`select n.state, n.source_count, n.triangulated, n.answer_due_on::text as due,
        (select count(*)::int from need_sources s where s.need_id = n.id and s.archived_at is null) as sources
      from needs n where n.id = ${needId}`
    expect(rows).toMatchObject([
      { state: 'quantified', source_count: 2, sources: 2, triangulated: true, due: '2026-05-20' },
    ])
    await done(answer, scene.manager, { needId, text: '好' }, later)
    const [after] = await owner()`select answer_due_on, answered_on::text as answered from needs where id = ${needId}`
    expect(after).toMatchObject({ answer_due_on: null, answered: '2026-05-08' })
  })

  it('finds it by two Chinese characters of what was said, and filters by state, source and owner', async () => {
    const scene = await aScene()
    const { manager } = scene
    const first = await aNeed(scene)
    const second = await aMeasuredNeed(scene, { title: '小包裝', verbatim: '一盒太多' })
    const found = async (address: Record<string, string>) =>
      (await ask(list, manager, address, now)).rows.map((row) => row.id)
    expect(await found({ q: '倉庫' })).toEqual([first])
    expect(await found({ singleSource: 'true' })).toEqual([first])
    expect(await found({ state: 'quantified' })).toEqual([second])
    expect(await found({ owner: scene.colleague.id })).toEqual([])
    expect(await found({ owed: 'true' })).toEqual([])
    expect((await ask(list, await aStranger(), {}, now)).rows).toEqual([])
  })
})

describe('a confidential need', () => {
  it('is read by the team, its lead and managers, and by nobody else: not by page, list or search', async () => {
    const scene = await aScene()
    const { manager, lead, colleague } = scene
    const needId = await aNeed(scene, { confidential: true })
    expect((await needOf(lead, needId)).title).toBe('中午前送達土城倉')
    expect((await ask(list, manager, { q: '土城' }, now)).rows).toHaveLength(1)
    await expect(needOf(colleague, needId)).rejects.toThrow('notFound')
    expect((await ask(list, colleague, { q: '土城' }, now)).rows).toEqual([])
    expect((await ask(list, colleague, {}, now)).rows).toEqual([])
    expect((await refused(verify, colleague, { needId, checked: [] }, now)).code).toBe('notFound')
  })
})

describe('a need is changed', () => {
  it('by its owner, its author and those who edit the account; others are refused', async () => {
    const scene = await aScene()
    const { manager, lead, colleague } = scene
    const needId = await aNeed(scene)
    await done(edit, lead, { needId, version: 9, title: '上午送達' }, now)
    expect((await refused(edit, colleague, { needId, version: 9, title: '改' }, now)).code).toBe('needs.notYours')
    expect((await refused(edit, await aStranger(), { needId, version: 9, title: '改' }, now)).code).toBe('notFound')
    expect((await needOf(manager, needId)).title).toBe('上午送達')
  })

  it('is closed with a reason when it is dropped, asks nothing more, and is opened again', async () => {
    const scene = await aScene()
    const { manager } = scene
    const needId = await aNeed(scene, { promisedOn: '2026-05-20' })
    expect((await refused(close, manager, { needId, outcome: 'dropped' }, now)).code).toBe('needs.whyDropped')
    await done(close, manager, { needId, outcome: 'dropped', because: '改由物流商處理' }, now)
    expect(await needOf(manager, needId)).toMatchObject({ state: 'dropped', answerDueOn: null })
    expect((await refused(answer, manager, { needId, text: '好' }, now)).code).toBe('needs.needClosed')
    await done(reopen, manager, { needId }, now)
    expect(await needOf(manager, needId)).toMatchObject({ state: 'heard', answerDueOn: '2026-05-20' })
  })

  it('leaves list and search when archived, and comes back', async () => {
    const scene = await aScene()
    const { manager } = scene
    const needId = await aNeed(scene)
    await done(archive, manager, { needId }, now)
    expect((await ask(list, manager, { q: '土城' }, now)).rows).toEqual([])
    await done(restore, manager, { needId }, now)
    expect((await ask(list, manager, { q: '土城' }, now)).rows).toHaveLength(1)
  })
})
