import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { decideRenewal } from '@/lib/modules/agreements/commands-decisions'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { setStakes } from '@/lib/modules/negotiations/commands-stakes'
import { byId as negotiation } from '@/lib/modules/negotiations/queries'
import { table } from '@/lib/modules/negotiations/queries-table-page'
import { before } from '@/lib/modules/threads/queries-before'
import { owner, person } from '@/tests/people'
import { entered } from '../kpis/scene'
import { done, noon } from '../terms/scene'
import { aSignedThread } from './scene'

const day = noon('2026-09-01')

/** Talks after an agreement, in the first of which we wanted 1 % and would have gone to 3 %. */
async function renewed(options: Parameters<typeof aSignedThread>[0] = {}) {
  const scene = await aSignedThread(options)
  const { keeper, agreementId, kpiId, workspace, accountId, issueId } = scene
  await entered(keeper, kpiId, '2026-07', '91')
  await owner()`insert into negotiation_stakes
    (workspace_id, id, negotiation_id, account_id, issue_id, target, "limit", weight)
    values (${workspace.id}, ${crypto.randomUUID()}, ${scene.negotiationId}, ${accountId}, ${issueId}, '1', '3', 50)`
  const renewing = { agreementId, decision: 'renegotiate', reason: '成本上升', results: '' }
  const { negotiationId: next } = await done(decideRenewal, keeper, renewing, day)
  return { ...scene, next: next ?? '' }
}
const seen = (actor: Actor, negotiationId: string) => ask(before, actor, { negotiationId }, day)
const only = (times: object | null | undefined) => Object.values(times ?? {})[0]

describe('the sheet of talks after an agreement', () => {
  it('begins with what was agreed last and the last limit, for those who were in both mandate groups', async () => {
    const { keeper, next } = await renewed()
    const view = await seen(keeper, next)
    expect(only(view?.lastTime)).toEqual({
      ...{ agreed: '2', words: '2 %', target: '2', limit: '3', wanted: null, required: false },
    })
    expect(view?.quiet).toBeNull()
  })

  it('is only suggested: nothing is on the sheet before somebody saves it', async () => {
    const { keeper, next } = await renewed()
    const { secret, issues } = await ask(table, keeper, { negotiationId: next }, day)
    expect(secret?.stakes.map(({ stake }) => stake)).toEqual([null])
    const stake = { issueId: issues[0]?.id, target: '2', limit: '3', weight: '1' }
    await done(setStakes, keeper, { negotiationId: next, stakes: [stake] }, day)
    const kept = await ask(table, keeper, { negotiationId: next }, day)
    expect(kept.secret?.stakes[0]).toMatchObject({ stake: { target: '2', limit: '3' }, missing: [] })
  })

  it('says no limit to whoever negotiates now and did not then, and nothing to anybody outside the group', async () => {
    const { colleague, negotiationId, next } = await renewed()
    expect(await seen(colleague, next)).toMatchObject({ lastTime: null })
    await owner()`update negotiations set owner_id = ${colleague.id} where id = ${next}`
    expect(only((await seen(colleague, next))?.lastTime)).toMatchObject({ target: '2', limit: null })
    expect(JSON.stringify(await seen(colleague, next))).not.toContain('"3"')
    await owner()`update negotiations set owner_id = ${colleague.id} where id = ${negotiationId}`
    expect(only((await seen(colleague, next))?.lastTime)).toMatchObject({ target: '2', limit: '3' })
  })
})

describe('the talks after a confidential agreement', () => {
  it('say what it came to beside their issues, and what it gave, to whoever may read both', async () => {
    const { keeper, next, clauseKey } = await renewed({ confidential: 'true' })
    const view = await seen(keeper, next)
    expect(view?.agreement.title).toBe('2026 年度合約')
    expect(view?.quiet?.points).toEqual([{ key: clauseKey, heading: '年度回饋', value: '2 %' }])
    expect(view?.quiet?.results.lines).toMatchObject([
      { given: { key: clauseKey }, result: { value: '91', promised: { target: '95' } } },
    ])
    await done(addIssue, keeper, { negotiationId: next, termCode: 'annualRebate' }, day)
    expect(only((await seen(keeper, next))?.lastTime)).toMatchObject({ target: '2', limit: '3' })
  })

  it('say nothing to whoever may not read it: not its name, number, value or day, nor that there is one', async () => {
    const { workspace, lead, keeper, agreementId, next } = await renewed({ confidential: 'true' })
    const other = await person('accountManager', workspace, { name: '外人', reportsTo: lead })
    expect(await seen(other, next)).toBeNull()
    const [agreement] = await owner()<{ code: string }[]>`select code from agreements where id = ${agreementId}`
    const ref = { negotiationId: next }
    const said = JSON.stringify([await ask(negotiation, other, ref, day), await ask(table, other, ref, day)])
    for (const each of ['2026 年度合約', agreement?.code ?? '?', '2026-12-31', '年度回饋', '實績', agreementId])
      expect(said).not.toContain(each)
    await owner()`update negotiations set owner_id = ${other.id} where id = ${next}`
    await done(addIssue, keeper, { negotiationId: next, termCode: 'annualRebate' }, day)
    expect(await seen(other, next)).toBeNull()
  })

  it('are not known in another workspace', async () => {
    const { next } = await renewed()
    const { keeper } = await aSignedThread()
    await expect(seen(keeper, next)).rejects.toMatchObject({ code: 'notFound' })
  })
})
