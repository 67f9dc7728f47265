import { describe, expect, it } from 'vitest'
import { digestOf } from '@/lib/kernel/canonical'
import { ask, perform } from '@/lib/kernel/perform'
import { verbatim } from '@/lib/kernel/said'
import { open } from '@/lib/modules/accounts/commands-open'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { delegate } from '@/lib/modules/approvals/commands-delegations'
import { approveByWord } from '@/lib/modules/approvals/commands-words'
import { decided, mine, waiting } from '@/lib/modules/approvals/list'
import { delegations, run, runOfSubject, unwritten } from '@/lib/modules/approvals/queries-desk'
import { find } from '@/lib/modules/approvals/queries-find'
import { aWorkspace, person } from '../../people'
import { changedTo, company, done, exception, line, runOf, submitted } from './scene'

const secret = line('毛利', { aspect: 'margin', now: verbatim('31 %'), confidential: true })

describe('the desk of an approver', () => {
  it('lists what waits for them with its cost and margin, the longest first, or the dearest', async () => {
    const { amy, lead } = await company()
    const dear = { costPerYear: { amount: '900000', currency: 'TWD' }, marginPct: '20', value: null }
    const early = exception({ title: verbatim('先到') })
    const late = exception({ title: verbatim('後到'), totals: dear })
    await submitted(amy, early, new Date('2026-03-02T01:00:00Z'))
    await submitted(amy, late, new Date('2026-03-02T02:00:00Z'))
    const { rows } = await ask(waiting, lead, {})
    expect(rows).toMatchObject([
      { title: '先到', submittedBy: '林怡君', reason: '競品降價', costPerYear: '120000.0000', marginPct: '31' },
      { title: '後到', harmless: false, onBehalfOf: null },
    ])
    expect((await ask(waiting, lead, { sort: '-cost' })).rows.map(({ title }) => title)).toEqual(['後到', '先到'])
  })

  it('holds nothing of theirs once they decided, of others, or of other workspaces', async () => {
    const { amy, lead, finance } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    expect((await ask(waiting, finance, {})).rows).toEqual([])
    expect((await ask(waiting, amy, {})).rows).toEqual([])
    expect((await ask(waiting, await person('manager', await aWorkspace()), {})).rows).toEqual([])
    await done(perform(decide, lead, { runId, contentHash: input.contentHash, decision: 'approve' }))
    expect((await ask(waiting, lead, {})).rows).toEqual([])
  })

  it('holds what waits for whom they stand in for, by the kinds that the delegation names', async () => {
    const { amy, lead, finance } = await company()
    await submitted(amy, exception())
    const away = { toId: finance.id, startsOn: '2020-01-01', endsOn: '2099-12-31' }
    const other = await done(perform(delegate, lead, { ...away, subjectKinds: ['promotion'] }))
    expect(other.delegationId).toBeTruthy()
    expect((await ask(waiting, finance, {})).rows).toEqual([])
    await done(perform(delegate, lead, { ...away, subjectKinds: ['priceException'] }))
    expect((await ask(waiting, finance, {})).rows).toMatchObject([{ onBehalfOf: '陳主管' }])
  })

  it('turns page by page through hundreds', async () => {
    const { amy, lead } = await company()
    for (let n = 0; n < 55; n++) await submitted(amy, exception())
    const first = await ask(waiting, lead, {})
    const second = await ask(waiting, lead, { after: first.after ?? '' })
    expect([first.rows.length, second.rows.length, second.after]).toEqual([50, 5, null])
  })
})

describe('the search of the palette', () => {
  it('finds a matter by its title for whoever may read it, and for nobody of another workspace', async () => {
    const { amy, lead } = await company()
    const { runId } = await submitted(amy, exception({ title: verbatim('春節端架加碼案') }))
    await submitted(amy, exception())
    const stranger = await person('manager', await aWorkspace())
    const found = async (actor: typeof amy, q: string) =>
      (await ask(find, actor, { q })).groups.flatMap(({ items }) => items)
    expect(await found(lead, '端架')).toMatchObject([
      { title: '春節端架加碼案', subtitle: '待核決', href: `/review/${runId}` },
    ])
    expect(await found(stranger, '端架')).toEqual([])
    expect(await found(lead, '沒有這件')).toEqual([])
    expect(await found(lead, '')).toEqual([])
  })
})

describe('an item', () => {
  it('shows confidential lines and margins only to those who may know margins', async () => {
    const { amy, lead } = await company()
    const input = exception({ lines: [line('折扣'), secret] })
    const { runId } = await submitted(amy, input)
    const ours = await ask(run, lead, { runId })
    expect([ours.marginPct, ours.hidden, ours.lines.map(({ label }) => label)]).toEqual(['31', 0, ['折扣', '毛利']])
    const theirs = await ask(run, amy, { runId })
    expect([theirs.marginPct, theirs.hidden, theirs.lines.map(({ label }) => label)]).toEqual([null, 1, ['折扣']])
    expect(JSON.stringify(theirs)).not.toContain('31 %')
    const { subjectKind, subjectId } = input
    const shown = [await ask(runOfSubject, amy, { subjectKind, subjectId }), await runOf(amy, input)]
    expect(shown[0]).toMatchObject({ marginPct: null, hidden: 1 })
    expect(JSON.stringify(shown)).not.toContain('31 %')
  })

  it('says what changed since it was submitted last', async () => {
    const { amy, lead } = await company()
    const input = exception({ lines: [line('a'), line('b')] })
    const { runId } = await submitted(amy, input)
    const lines = [line('a', { now: verbatim('13') }), line('c')]
    await changedTo(amy, { ...input, lines, contentHash: digestOf('c') })
    const view = await ask(run, lead, { runId })
    expect(view.lines.map(({ key, since }) => [key, since])).toEqual([
      ['a', 'changed'],
      ['c', 'new'],
      ['b', 'gone'],
    ])
    expect(view.story.map(({ decision }) => decision)).toEqual(['submit', 'touch'])
    expect(view.turn).toMatchObject({ onBehalfOf: null })
  })

  it('of a restricted account is found by those who see it and those who are asked, by nobody else', async () => {
    const { amy, lead, finance, workspace } = await company()
    const account = await done(
      perform(open, amy, { name: '機密客戶股份有限公司', kind: 'customer', tier: 'A', restricted: 'true' }),
    )
    const facts = { discountPct: '0', belowFloor: false, paymentDays: '75' }
    const input = exception({ accountId: (account as { id: string }).id, facts })
    const { runId } = await submitted(amy, input)
    const outsider = await person('accountManager', workspace)
    const found = (who: typeof amy) =>
      ask(run, who, { runId }).then(
        () => true,
        (refusal: { code: string }) => refusal.code,
      )
    expect([await found(amy), await found(finance), await found(outsider)]).toEqual([true, true, 'notFound'])
    expect(await found(lead)).toBe(true)
    expect(await found(await person('manager', await aWorkspace()))).toBe('notFound')
  })
})

describe('what is over', () => {
  it('stays with who submitted it and who decided, and is found by its title', async () => {
    const { amy, lead, workspace } = await company()
    const input = exception({ title: verbatim('永和分店例外價') })
    const { runId } = await submitted(amy, input)
    expect((await ask(mine, amy, {})).rows).toMatchObject([{ id: runId, state: 'pending' }])
    expect((await ask(decided, lead, {})).rows).toEqual([])
    await done(perform(decide, lead, { runId, contentHash: input.contentHash, decision: 'approve' }))
    expect((await ask(decided, lead, { q: '永和' })).rows).toMatchObject([{ id: runId, state: 'approved' }])
    expect((await ask(decided, lead, { q: '板橋' })).rows).toEqual([])
    expect((await ask(decided, amy, {})).rows).toHaveLength(1)
    expect((await ask(decided, await person('accountManager', workspace), {})).rows).toEqual([])
  })
})

describe('what was only said', () => {
  it('is listed for who said it, who recorded it and nobody else until it is written', async () => {
    const { amy, lead, finance } = await company()
    const input = exception()
    const now = new Date('2026-03-06T02:00:00Z')
    const { runId } = await submitted(amy, input, now)
    const stepId = (await runOf(amy, input))?.steps[0]?.id
    const word = { runId, stepId: stepId ?? '', contentHash: input.contentHash }
    const said = { ...word, holderId: lead.id, saidOn: '2026-03-06', evidence: '電話' }
    await done(perform(approveByWord, amy, said, { now }))
    expect(await ask(unwritten, lead, {})).toMatchObject([{ mayWrite: true, writeBy: '2026-03-09' }])
    expect(await ask(unwritten, amy, {})).toMatchObject([{ mayWrite: false, recordedBy: '林怡君' }])
    expect(await ask(unwritten, finance, {})).toEqual([])
  })
})

describe('delegations', () => {
  it('are seen by the two whom they concern, and by those who set the rules', async () => {
    const { amy, lead, manager, finance } = await company()
    await done(perform(delegate, lead, { toId: finance.id, startsOn: '2020-01-01', endsOn: '2099-12-31' }))
    const seen = async (who: typeof amy) => (await ask(delegations, who, {})).rows.map(({ state }) => state)
    expect([await seen(lead), await seen(finance), await seen(manager), await seen(amy)]).toEqual([
      ['holds'],
      ['holds'],
      ['holds'],
      [],
    ])
  })
})
