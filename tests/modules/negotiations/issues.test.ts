import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { perform } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { addIssue, editIssue, moveIssue, removeIssue } from '@/lib/modules/negotiations/commands-issues'
import { rankIssues, setStakes } from '@/lib/modules/negotiations/commands-stakes'
import { findNegotiation } from '@/lib/modules/negotiations/queries-held'
import { findTable } from '@/lib/modules/negotiations/queries-table'
import { openIssuesOf, stepsBetween, theirsOf, valuedIssuesOf } from '@/lib/modules/negotiations/rules-table'
import { newcomer, owner } from '@/tests/people'
import { done, refusalOf } from '../terms/scene'
import { aScene, type Scene } from './scene'

const tableOf = (actor: Actor, negotiationId: string) =>
  inTransaction(actor, 'read only', async (tx) => {
    const look = { tx, actor, now: new Date() }
    return findTable(look, (await findNegotiation(look, negotiationId)).negotiation)
  })

const display = {
  name: '端架陳列',
  kind: 'ordinal',
  options: [{ label: '兩期' }, { label: '四期' }, { label: '六期' }],
}

async function withIssues() {
  const scene = await aScene()
  const { keeper, negotiationId } = scene
  const { issueId: days } = await done(addIssue, keeper, { negotiationId, termCode: 'paymentDays' })
  const { issueId: shelf } = await done(addIssue, keeper, { negotiationId, ...display })
  const { issueId: sole } = await done(addIssue, keeper, { negotiationId, name: '獨家供應', kind: 'boolean' })
  return { ...scene, days, shelf, sole }
}

const fieldsOf = async (scene: Scene, stakes: object[]) => {
  const result = await perform(setStakes, scene.keeper, { negotiationId: scene.negotiationId, stakes })
  return result.ok
    ? {}
    : Object.fromEntries(Object.entries(result.refusal.fields).map(([path, { code }]) => [path, code]))
}

async function anOffer({ keeper, negotiationId, accountId }: Scene, values: object) {
  const sql = owner()
  await sql`insert into negotiation_offers ${sql({
    workspace_id: keeper.workspaceId,
    id: crypto.randomUUID(),
    negotiation_id: negotiationId,
    account_id: accountId,
    number: 1,
    round: 1,
    side: 'us',
    at: new Date(),
    channel: 'call',
    values: sql.json(values as never),
    state: 'sent',
    recorded_by: keeper.id,
  })}`
}

describe('an issue', () => {
  it('takes name, kind, unit and key from the kind of term that it is linked to', async () => {
    const { keeper, negotiationId } = await withIssues()
    const { issues } = await tableOf(keeper, negotiationId)
    expect(issues.map(({ key, kind, unit }) => [key, kind, unit])).toEqual([
      ['paymentDays', 'numeric', '天'],
      ['端架陳列', 'ordinal', null],
      ['獨家供應', 'boolean', null],
    ])
    expect(issues[1]?.options.map(({ key }) => key)).toEqual(['兩期', '四期', '六期'])
  })

  it('is named once, and keeps a key of its own that no form misreads', async () => {
    const { keeper, negotiationId } = await withIssues()
    const add = (name: string) => ({ negotiationId, name, kind: 'text' })
    expect(await refusalOf(addIssue, keeper, add('  端架陳列 '))).toBe('negotiations.nameTaken')
    expect(await refusalOf(addIssue, keeper, { negotiationId, kind: 'text' })).toBe('negotiations.nameMissing')
    expect(await refusalOf(addIssue, keeper, { negotiationId, name: '備貨' })).toBe('negotiations.kindMissing')
    for (const name of [
      '2026',
      'constructor',
      'toString',
      '端架.陳列',
      '！！',
      '付'.repeat(120),
      `a${'𠮷'.repeat(50)}`,
    ])
      await done(addIssue, keeper, add(name))
    const { issues } = await tableOf(keeper, negotiationId)
    expect(issues.slice(3).map(({ key }) => key)).toEqual([
      'x2026',
      'xconstructor',
      'xtoString',
      '端架-陳列',
      'x',
      '付'.repeat(40),
      `a${'𠮷'.repeat(19)}`,
    ])
  })

  it('keeps its kind and the options that an offer speaks of', async () => {
    const scene = await withIssues()
    const { keeper, days, shelf, negotiationId } = scene
    await anOffer(scene, { paymentDays: '60', 端架陳列: '四期' })
    expect(await refusalOf(editIssue, keeper, { issueId: days, name: '帳期', kind: 'text' })).toBe(
      'negotiations.kindInOffers',
    )
    const [, four, six] = [{ label: '兩期' }, { key: '四期', label: '四期（全年）' }, { key: '六期', label: '六期' }]
    expect(await refusalOf(editIssue, keeper, { issueId: shelf, ...display, options: [six] })).toBe(
      'negotiations.optionInOffers',
    )
    await done(editIssue, keeper, { issueId: shelf, ...display, options: [four, six] })
    expect(await refusalOf(removeIssue, keeper, { issueId: days })).toBe('negotiations.issueInOffers')
    const { issues } = await tableOf(keeper, negotiationId)
    expect(issues[1]?.options).toEqual([
      { key: '四期', label: '四期（全年）' },
      { key: '六期', label: '六期' },
    ])
  })

  it('moves and goes', async () => {
    const { keeper, negotiationId, days, shelf, sole } = await withIssues()
    await done(moveIssue, keeper, { issueId: sole, to: 'up' })
    await done(moveIssue, keeper, { issueId: days, to: 'up' })
    expect((await tableOf(keeper, negotiationId)).issues.map(({ id }) => id)).toEqual([days, sole, shelf])
    await done(removeIssue, keeper, { issueId: sole })
    expect((await tableOf(keeper, negotiationId)).issues.map(({ id }) => id)).toEqual([days, shelf])
  })

  it('stays as it is once a package is agreed, and for whoever does not serve the account', async () => {
    const { keeper, colleague, logistics, negotiationId, days } = await withIssues()
    for (const actor of [colleague, logistics])
      expect(await refusalOf(removeIssue, actor, { issueId: days })).toBe('notAllowed')
    for (const command of [addIssue, setStakes, rankIssues])
      expect(
        await refusalOf(command as never, await newcomer('manager'), {
          negotiationId,
          kind: 'text',
          name: 'x',
          stakes: [{ issueId: days }],
          places: [{ issueId: days, place: '1' }],
        }),
      ).not.toBeNull()
    expect(await refusalOf(moveIssue, await newcomer('manager'), { issueId: days, to: 'up' })).toBe('notFound')
    await owner()`update negotiations set state = 'agreedInPrinciple' where id = ${negotiationId}`
    expect(await refusalOf(removeIssue, keeper, { issueId: days })).toBe('negotiations.tableSettled')
  })
})

describe('what issues are worth', () => {
  it('is kept half filled, and then says what is missing', async () => {
    const { keeper, negotiationId, days, shelf } = await withIssues()
    await done(setStakes, keeper, {
      negotiationId,
      stakes: [
        { issueId: days, target: '４５天'.replace('天', ''), limit: '60', weight: '40' },
        { issueId: shelf, points: { 四期: '60' } },
      ],
    })
    const { lines } = await tableOf(keeper, negotiationId)
    expect(lines?.[0]?.stake).toMatchObject({ target: '45', limit: '60', weight: '40' })
    const { issues, gaps } = valuedIssuesOf(lines ?? [])
    expect([issues, openIssuesOf(lines ?? [])]).toEqual([null, null])
    expect(gaps.fields).toEqual({
      'issues.1.weight': 'weightMissing',
      'issues.1.options.0.points': 'pointsMissing',
      'issues.1.options.2.points': 'pointsMissing',
      'issues.2.weight': 'weightMissing',
      'issues.2.wanted': 'wantedMissing',
    })
  })

  it('is refused beside the field when it contradicts itself', async () => {
    const scene = await withIssues()
    const { days, shelf, sole } = scene
    expect(await fieldsOf(scene, [{ issueId: sole }, { issueId: days, target: '60', limit: '60.0' }])).toEqual({
      'stakes.1.target': 'targetIsLimit',
    })
    expect(await fieldsOf(scene, [{ issueId: days, target: '月結' }])).toEqual({ 'stakes.0.target': 'numberWanted' })
    expect(await fieldsOf(scene, [{ issueId: shelf, target: '九期' }])).toEqual({ 'stakes.0.target': 'targetUnknown' })
    expect(await fieldsOf(scene, [{ issueId: days, weight: '-1' }])).toEqual({ 'stakes.0.weight': 'notNegative' })
    expect(await fieldsOf(scene, [{ issueId: shelf, points: { 四期: '101' } }])).toEqual({
      'stakes.0.points.四期': 'numberTooLarge',
    })
    const points = { 兩期: '0', 四期: '60', 六期: '100' }
    const whole = [
      { issueId: days, target: '45', limit: '60', weight: '0' },
      { issueId: shelf, target: '兩期', limit: '四期', points, weight: '0' },
      { issueId: sole, wanted: 'no', weight: '0' },
    ]
    expect(await fieldsOf(scene, whole)).toEqual({ 'stakes.1.target': 'targetBelowLimit' })
    const zero = whole.map((line, index) => (index === 1 ? { ...line, target: '六期' } : line))
    expect(await refusalOf(setStakes, scene.keeper, { negotiationId: scene.negotiationId, stakes: zero })).toBe(
      'negotiations.weightsAllZero',
    )
  })

  it('is scored once it is whole, with what can be settled on each issue', async () => {
    const { keeper, negotiationId, days, shelf, sole } = await withIssues()
    await done(setStakes, keeper, {
      negotiationId,
      stakes: [
        {
          issueId: days,
          opening: '40',
          target: '45',
          limit: '60',
          weight: '40',
          theirTarget: '90',
          theirLimit: '55',
          theirWeight: '50',
        },
        { issueId: shelf, points: { 兩期: '0', 四期: '60', 六期: '100' }, weight: '40', theirWeight: '20' },
        { issueId: sole, wanted: 'no', required: 'on', weight: '20', theirTarget: 'yes', theirWeight: '30' },
      ],
    })
    const { lines } = await tableOf(keeper, negotiationId)
    const open = openIssuesOf(lines ?? [], new Map([['paymentDays', ['75']]]))
    expect(open?.map(({ key, options, theirs }) => [key, options, theirs?.weight ?? null])).toEqual([
      ['paymentDays', ['60', '56', '53', '49', '45', '40', '90', '55', '75'], '50'],
      ['端架陳列', ['兩期', '四期', '六期'], null],
      ['獨家供應', [true, false], '30'],
    ])
  })

  it('has for the other side a yes or no that is beyond their limit only where they insist', async () => {
    const { keeper, negotiationId, sole } = await withIssues()
    const theirs = async (theirLimit: string) => {
      const line = { issueId: sole, version: 99, wanted: 'no', theirTarget: 'yes', theirLimit, theirWeight: '30' }
      await done(setStakes, keeper, { negotiationId, stakes: [line] })
      const found = (await tableOf(keeper, negotiationId)).lines?.find(({ issue }) => issue.id === sole)
      return found && theirsOf(found)?.scale
    }
    expect(await theirs('no')).toEqual({ kind: 'boolean', wanted: true, required: false })
    expect(await theirs('yes')).toEqual({ kind: 'boolean', wanted: true, required: true })
  })

  it('is for the mandate group alone, whatever the role', async () => {
    const { keeper, manager, lead, colleague, negotiationId, days } = await withIssues()
    const stakes = [{ issueId: days, limit: '60' }]
    await done(setStakes, keeper, { negotiationId, stakes })
    for (const actor of [manager, lead, colleague]) {
      expect(await tableOf(actor, negotiationId)).toMatchObject({ inGroup: false, lines: null })
      expect(await refusalOf(setStakes, actor, { negotiationId, stakes })).toBe('notAllowed')
    }
  })

  it('is merged when two people fill different lines, and refused by field where they clash', async () => {
    const { keeper, negotiationId, days, sole } = await withIssues()
    const save = (version: number, stakes: object[]) => perform(setStakes, keeper, { negotiationId, version, stakes })
    const first = await save(0, [{ issueId: days, version: 0, target: '45', limit: '60' }])
    expect(first.ok && first.value.version).toBe(1)
    const second = await save(0, [
      { issueId: days, version: 0, target: '45', limit: '60' },
      { issueId: sole, version: 0, wanted: 'no' },
    ])
    expect(second.ok && second.value.version).toBe(2)
    const late = await save(0, [{ issueId: days, version: 0, target: '40', limit: '60', weight: '10' }])
    expect(late.ok ? null : Object.keys(late.refusal.fields)).toEqual(['stakes.0.target'])
    await save(2, [{ issueId: days, version: 1, target: '45', limit: '70' }])
    const clash = await save(2, [{ issueId: days, version: 1, target: '45', limit: '65' }])
    expect(clash.ok ? null : [clash.refusal.code, clash.refusal.params, Object.keys(clash.refusal.fields)]).toEqual([
      'changedMeanwhile',
      { version: 3 },
      ['stakes.0.limit'],
    ])
    expect((await save(3, [{ issueId: days, version: 1, target: '45', limit: '65' }])).ok).toBe(true)
  })

  it('is weighed by a ranking with ties: N09', async () => {
    const { keeper, negotiationId, days, shelf, sole } = await withIssues()
    const ranked = (places: readonly (string | null)[]) => ({
      negotiationId,
      places: [days, shelf, sole].map((issueId, index) => ({ issueId, place: places[index] })),
    })
    const weights = async () => (await tableOf(keeper, negotiationId)).lines?.map(({ stake }) => stake?.weight)
    await done(rankIssues, keeper, ranked(['1', '2', '3']))
    expect(await weights()).toEqual(['61.1111', '27.7778', '11.1111'])
    await done(rankIssues, keeper, ranked(['1', '2', '2']))
    expect(await weights()).toEqual(['61.1111', '19.4444', '19.4444'])
    expect(await refusalOf(rankIssues, keeper, ranked(['', '', '']))).toBe('negotiations.placeMissing')
  })

  it('counts no more, but for its weight, when an issue becomes one of another kind', async () => {
    const { keeper, negotiationId, days } = await withIssues()
    await done(setStakes, keeper, {
      negotiationId,
      stakes: [{ issueId: days, target: '45', limit: '60', weight: '40' }],
    })
    await done(editIssue, keeper, { issueId: days, name: '付款', kind: 'boolean' })
    expect((await tableOf(keeper, negotiationId)).lines?.[0]?.stake).toMatchObject({
      target: null,
      limit: null,
      weight: '40',
    })
  })
})

describe('the steps between two values', () => {
  it('have no more decimals than the ends, and come once', () => {
    expect(stepsBetween('60', '45')).toEqual(['60', '56', '53', '49', '45'])
    expect(stepsBetween('3', '2.5')).toEqual(['3', '2.9', '2.8', '2.6', '2.5'])
    expect(stepsBetween('1', '2')).toEqual(['1', '2'])
  })
})
