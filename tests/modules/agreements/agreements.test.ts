import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { draft, edit, setFacts } from '@/lib/modules/agreements/commands'
import {
  addClause,
  editClause,
  moveClause,
  removeClause,
  restoreClause,
} from '@/lib/modules/agreements/commands-clauses'
import { list } from '@/lib/modules/agreements/list'
import { ofAccount } from '@/lib/modules/agreements/queries'
import { find } from '@/lib/modules/agreements/queries-find'
import { history } from '@/lib/modules/agreements/queries-history'
import { newcomer, owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { annual, aScene, drafted, look } from './scene'

const payment = { heading: '付款', body: '月結 60 天，票期 30 天。', aspect: 'credit' }
const supply = { heading: '交貨', body: '每週二、五到倉。', aspect: 'supply' }

describe('an agreement', () => {
  it('is drafted with a number of the year, and knows its end and its last day for notice', async () => {
    const { keeper, agreementId, accountId } = await aScene()
    const seen = await look(keeper, agreementId)
    expect(seen).toMatchObject({ code: 'AG-2025-0001', state: 'draft', endsOn: '2026-12-31', noticeOn: '2026-10-02' })
    await done(
      draft,
      keeper,
      { accountId, ...annual, title: '保密協議', kind: 'nda', months: '', noticeCount: '' },
      drafted,
    )
    const { rows } = await ask(list, keeper, {}, drafted)
    expect(rows.map(({ code, endsOn, noticeOn }) => ({ code, endsOn, noticeOn }))).toEqual([
      { code: 'AG-2025-0001', endsOn: '2026-12-31', noticeOn: '2026-10-02' },
      { code: 'AG-2025-0002', endsOn: null, noticeOn: null },
    ])
  })

  it('gives every number once, however many are drafted at the same time', async () => {
    const { keeper, accountId } = await aScene()
    await Promise.all(
      [1, 2, 3, 4, 5].map((n) => done(draft, keeper, { accountId, ...annual, title: `第${n}份` }, drafted)),
    )
    const codes = (await ask(list, keeper, {}, drafted)).rows.map(({ code }) => code).sort()
    expect(codes).toEqual([1, 2, 3, 4, 5, 6].map((n) => `AG-2025-000${n}`))
  })

  it('renews from its first day, never chained: a term from 29 February ends on the 28th', async () => {
    const { keeper, accountId } = await aScene()
    const leap = {
      startsOn: '2024-02-29',
      renewal: 'autoRenew',
      renewalMonths: '12',
      noticeCount: '1',
      noticeUnit: 'month',
    }
    const { agreementId } = await done(draft, keeper, { accountId, ...annual, ...leap }, noon('2027-03-01'))
    expect(await look(keeper, agreementId, noon('2027-03-01'))).toMatchObject({
      endsOn: '2028-02-28',
      noticeOn: '2028-01-28',
    })
  })

  it('is not drafted by somebody who does not serve the account, nor in a role that may not', async () => {
    const { colleague, legal, accountId, agreementId, agreementVersionId } = await aScene()
    for (const actor of [colleague, legal]) {
      expect(await refusalOf(draft, actor, { accountId, ...annual })).toBe('notAllowed')
      expect(await refusalOf(edit, actor, { agreementId, kind: 'nda', title: '我的' })).toBe('notAllowed')
      expect(await refusalOf(setFacts, actor, { agreementVersionId })).toBe('notAllowed')
      expect(await refusalOf(addClause, actor, { agreementVersionId, ...payment })).toBe('notAllowed')
    }
  })

  it('does not exist for another company', async () => {
    const { agreementId, agreementVersionId, accountId } = await aScene()
    const stranger = await newcomer('manager')
    expect(await refusalOf(draft, stranger, { accountId, ...annual })).toBe('notFound')
    expect(await refusalOf(edit, stranger, { agreementId, kind: 'nda', title: '我的' })).toBe('notFound')
    expect(await refusalOf(setFacts, stranger, { agreementVersionId })).toBe('notFound')
    await expect(look(stranger, agreementId)).rejects.toMatchObject({ code: 'notFound' })
    expect((await ask(list, stranger, {})).rows).toEqual([])
  })

  it.each([
    [{ renewal: 'autoRenew' }, 'renewalMonths'],
    [{ renewalMonths: '12' }, 'renewalMonths'],
    [{ months: '', renewal: 'manual' }, 'months'],
    [{ months: '' }, 'noticeCount'],
    [{ months: '1', noticeCount: '60' }, 'noticeCount'],
    [{ startsOn: '' }, 'startsOn'],
    [{ theirBusinessNumber: '12345678' }, 'theirBusinessNumber'],
    [{ theirBusinessNumber: '00000000' }, 'theirBusinessNumber'],
  ])('refuses %j beside %s', async (wrong, field) => {
    const { keeper, accountId } = await aScene()
    const error = await done(draft, keeper, { accountId, ...annual, ...wrong }, drafted).catch((each) => each as Error)
    expect(String(error)).toContain('agreements.factsUnfit')
    expect(String(error)).toContain(`"${field}"`)
  })

  it('keeps what two people changed in different fields, and refuses the field that both changed', async () => {
    const { keeper, agreementVersionId, agreementId } = await aScene()
    const { version } = (await look(keeper, agreementId)).latest
    const { kind: _, title: __, ...facts } = annual
    const seen = { agreementVersionId, version, ...facts }
    await done(setFacts, keeper, { ...seen, venue: '臺灣臺北地方法院' }, noon('2025-12-02'))
    await done(setFacts, keeper, { ...seen, yearlyValue: '12,000,000' }, noon('2025-12-03'))
    const kept = (await look(keeper, agreementId)).latest.facts
    expect(kept).toMatchObject({ venue: '臺灣臺北地方法院', yearlyValue: '12000000' })
    expect(await refusalOf(setFacts, keeper, { ...seen, venue: '高雄' }, noon('2025-12-04'))).toBe('changedMeanwhile')
    const clash = await done(setFacts, keeper, { ...seen, venue: '高雄' }, noon('2025-12-04')).catch(String)
    expect(clash).toContain('"theirs":"臺灣臺北地方法院"')
    expect(clash).not.toContain('yearlyValue')
  })

  it('shows the number of another as people write it', async () => {
    const { keeper, agreementVersionId, agreementId } = await aScene()
    const { version } = (await look(keeper, agreementId)).latest
    const { kind: _, title: __, ...facts } = annual
    const seen = { agreementVersionId, version, ...facts }
    await done(setFacts, keeper, { ...seen, yearlyValue: '12,000,000' }, noon('2025-12-02'))
    const clash = await done(setFacts, keeper, { ...seen, yearlyValue: '9' }, noon('2025-12-03')).catch(String)
    expect(clash).toContain('"yearlyValue":{"code":"changedTo","params":{"theirs":"12000000"}}')
  })

  it('changes by an amendment alone once it is no draft', async () => {
    const { keeper, agreementId, agreementVersionId } = await aScene()
    await owner()`update agreements set state = 'active' where id = ${agreementId}`
    await owner()`update agreement_versions set state = 'executed' where id = ${agreementVersionId}`
    expect(await refusalOf(edit, keeper, { agreementId, kind: 'nda', title: '別的' })).toBe('agreements.notDraft')
    expect(await refusalOf(setFacts, keeper, { agreementVersionId })).toBe('agreements.notDraft')
    expect(await refusalOf(addClause, keeper, { agreementVersionId, ...payment })).toBe('agreements.notDraft')
  })

  it('names somebody else than its owner as backup', async () => {
    const { keeper, agreementId, colleague } = await aScene()
    const about = { agreementId, kind: 'annualTerms', title: '2026 年度合約' }
    expect(await refusalOf(edit, keeper, { ...about, backupId: keeper.id })).toBe('agreements.backupIsOwner')
    await done(edit, keeper, { ...about, backupId: colleague.id })
    expect((await look(keeper, agreementId)).backup).toMatchObject({ id: colleague.id })
  })
})

describe('what is confidential', () => {
  it('is found and read by those who serve the account, management, audit, legal and finance alone', async () => {
    const { keeper, lead, manager, finance, legal, colleague, agreementId, accountId } = await aScene()
    await done(edit, keeper, { agreementId, kind: 'annualTerms', title: '祕密合約', confidential: 'true' })
    for (const actor of [keeper, lead, manager, finance, legal]) {
      expect((await look(actor, agreementId)).title).toBe('祕密合約')
      expect((await ask(list, actor, {})).rows).toHaveLength(1)
    }
    await expect(look(colleague, agreementId)).rejects.toMatchObject({ code: 'notFound' })
    expect((await ask(list, colleague, {})).rows).toEqual([])
    expect(await ask(ofAccount, colleague, { accountId })).toEqual([])
    expect((await ask(find, colleague, { q: '祕密' })).groups).toEqual([])
    expect((await ask(find, keeper, { q: '祕密' })).groups).toHaveLength(1)
    await expect(ask(history, colleague, { agreementId })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('the clauses of a draft', () => {
  it('are added, changed, ordered and removed, and every change gives the content another hash', async () => {
    const { keeper, agreementId, agreementVersionId } = await aScene()
    const hashes = new Set<string>()
    const note = async () => hashes.add((await look(keeper, agreementId)).latest.contentHash)
    await note()
    const { clauseId } = await done(addClause, keeper, { agreementVersionId, ...payment })
    await note()
    const second = await done(addClause, keeper, { agreementVersionId, ...supply })
    await note()
    await done(moveClause, keeper, { clauseId, to: 'down' })
    await note()
    expect((await look(keeper, agreementId)).latest.clauses.map(({ heading }) => heading)).toEqual(['交貨', '付款'])
    await done(editClause, keeper, { clauseId, ...payment, body: '月結 75 天。' })
    await note()
    await done(removeClause, keeper, { clauseId: second.clauseId })
    await note()
    expect(hashes.size).toBe(6)
    const { entries } = await ask(history, keeper, { agreementId })
    expect(entries.map(({ subject, event }) => `${subject} ${event}`)).toContain('agreement_clauses archived')
    expect(entries.find(({ event }) => event === 'archived')).toMatchObject({ name: '交貨' })
  })

  it('come back as they were after they were taken out, unless another one took their name', async () => {
    const { keeper, agreementId, agreementVersionId } = await aScene()
    const { clauseId } = await done(addClause, keeper, { agreementVersionId, ...payment })
    await done(addClause, keeper, { agreementVersionId, ...supply })
    const before = (await look(keeper, agreementId)).latest
    expect(await refusalOf(restoreClause, keeper, { clauseId })).toBe('notFound')
    await done(removeClause, keeper, { clauseId })
    await done(restoreClause, keeper, { clauseId })
    const { contentHash, clauses } = (await look(keeper, agreementId)).latest
    expect([contentHash, clauses.map(({ heading }) => heading)]).toEqual([before.contentHash, ['付款', '交貨']])
    await done(removeClause, keeper, { clauseId })
    await done(addClause, keeper, { agreementVersionId, ...payment })
    expect(await refusalOf(restoreClause, keeper, { clauseId })).toBe('agreements.headingTwice')
  })

  it('are called differently, and a departure is explained', async () => {
    const { keeper, agreementVersionId } = await aScene()
    const { clauseId } = await done(addClause, keeper, { agreementVersionId, ...payment })
    expect(await refusalOf(addClause, keeper, { agreementVersionId, ...supply, heading: ' 付 款' })).toBe(
      'agreements.headingTwice',
    )
    const departs = { clauseId, ...payment, deviation: 'material' }
    expect(await refusalOf(editClause, keeper, departs)).toBe('agreements.deviationUnexplained')
    await done(editClause, keeper, { ...departs, deviationReason: '對方集團統一條件' })
  })

  it('are moved and removed by nobody else, and not from another company', async () => {
    const { keeper, colleague, agreementVersionId } = await aScene()
    const { clauseId } = await done(addClause, keeper, { agreementVersionId, ...payment })
    const gone = await done(addClause, keeper, { agreementVersionId, ...supply })
    await done(removeClause, keeper, { clauseId: gone.clauseId })
    const stranger = await newcomer('manager')
    const steps = [
      [editClause, { clauseId, ...payment }],
      [moveClause, { clauseId, to: 'up' }],
      [removeClause, { clauseId }],
      [restoreClause, { clauseId: gone.clauseId }],
    ] as const
    for (const [command, input] of steps) {
      expect(await refusalOf(command as typeof editClause, colleague, input)).toBe('notAllowed')
      expect(await refusalOf(command as typeof editClause, stranger, input)).toBe('notFound')
    }
  })
})
