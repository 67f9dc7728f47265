import { describe, expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { digestOf } from '@/lib/kernel/canonical'
import { perform } from '@/lib/kernel/perform'
import { assignOwner } from '@/lib/modules/accounts/commands'
import { amend } from '@/lib/modules/agreements/commands-amendments'
import { settle, takeBack } from '@/lib/modules/agreements/commands-approval'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { addObligation } from '@/lib/modules/agreements/commands-obligations'
import { recall, recordSigned } from '@/lib/modules/agreements/commands-signing'
import { decide, decideMany } from '@/lib/modules/approvals/commands-decisions'
import { delegate } from '@/lib/modules/approvals/commands-delegations'
import { seenOf } from '@/lib/modules/approvals/model'
import { measure } from '@/lib/modules/kpis/commands-measure'
import { beside, type Held } from '@/tests/beside'
import { owner } from '@/tests/people'
import { inForce } from '../kpis/scene'
import { consent, done, noon, refusalOf } from '../terms/scene'
import { monthly } from './obligations-scene'
import { aScan, aScene } from './scene'
import {
  aComplete,
  amendmentRoad,
  anAmendmentOf,
  type Company,
  events,
  morning,
  road,
  standing,
  type Walker,
  walk,
} from './walk-scene'

const full = process.env.ACCORD_BARS === 'full'
const [crowd, rounds] = full ? [200, 200] : [20, 6]

/** The run that is before the approvers, and what they see of it. */
async function runOf({ agreementVersionId }: Walker) {
  const [run] = await owner()<{ runId: string; contentHash: string; state: string }[]>`
    select id as "runId", content_hash as "contentHash", state from approval_runs
    where subject_id = ${agreementVersionId} order by id desc limit 1`
  if (!run) throw new Error('nothing was submitted')
  return run
}

/** Submitted, and consented to by everybody but the managers, who are the last. */
async function beforeTheLast(company: Company) {
  const walker = await walk(company, await aComplete(company), road.internalReview)
  const { lead, finance } = company
  await consent(walker.agreementVersionId, [lead, finance, lead, finance], walker.asked)
  return walker
}

const settles = ({ workspace }: Company, { agreementVersionId, asked }: Walker) =>
  perform(settle, workspaceActor(workspace.id), { agreementVersionId }, { now: asked })

describe('approving an agreement', () => {
  it('fifty times at once counts each seat once and approves it once', async () => {
    const company = await aScene()
    const walker = await beforeTheLast(company)
    const { runId, contentHash } = await runOf(walker)
    const approve = { runId, contentHash, decision: 'approve' }
    for (let step = 0; (await runOf(walker)).state === 'pending' && step < 5; step++)
      await Promise.all(
        Array.from({ length: 50 }, () => perform(decide, company.manager, approve, { now: walker.asked })),
      )
    const [acts] = await owner()`select count(*)::int as all, count(distinct (step_id, holder_id))::int as once
      from approval_actions where run_id = ${runId} and decision = 'approve'`
    expect(acts?.all).toBe(acts?.once)
    const versionOf = async () =>
      (await owner()`select version from agreement_versions where id = ${walker.agreementVersionId}`)[0]?.version
    const before = await versionOf()
    await Promise.all(Array.from({ length: 50 }, () => settles(company, walker)))
    expect([await standing(walker), await versionOf()]).toEqual([
      { agreement: 'approved', version: 'approved' },
      before + 1,
    ])
  })

  it('is never done by whoever submitted it: directly, in bulk, as a delegate, or after handing it over', async () => {
    const company = await aScene()
    const { keeper, manager, lead, accountId } = company
    const walker = await walk(company, await aComplete(company), road.internalReview)
    const { runId, contentHash } = await runOf(walker)
    const approve = { runId, contentHash, decision: 'approve' }
    const refused = () => refusalOf(decide, keeper, approve, walker.asked)
    expect(await refused()).toBe('approvals.ownSubmission')
    expect(await done(decideMany, keeper, { seen: [seenOf(runId, contentHash)] }, walker.asked)).toMatchObject({
      approved: 0,
    })
    for (const approver of [manager, lead])
      await done(delegate, approver, { toId: keeper.id, startsOn: '2020-01-01', endsOn: '2099-12-31' })
    expect(await refused()).toBe('approvals.ownSubmission')
    await done(assignOwner, manager, { accountId, ownerId: lead.id })
    expect(await refused()).toBe('approvals.ownSubmission')
    expect(await done(decideMany, keeper, { seen: [seenOf(runId, contentHash)] }, walker.asked)).toMatchObject({
      approved: 0,
    })
    const acts = await owner()`select 1 from approval_actions
      where run_id = ${runId} and decision = 'approve' and acted_by_id = ${keeper.id}`
    expect(acts).toHaveLength(0)
    expect(await standing(walker)).toMatchObject({ version: 'inApproval' })
  })

  it('beside taking it back and changing it never approves what nobody saw', async () => {
    const company = await aScene()
    const { keeper, lead, finance, manager } = company
    for (let round = 0; round < rounds; round++) {
      const walker = await beforeTheLast(company)
      const { agreementVersionId, asked } = walker
      const everybody = [lead, finance, manager, manager, manager]
      await Promise.all([
        consent(agreementVersionId, everybody, asked).then(
          () => settles(company, walker),
          () => null,
        ),
        perform(takeBack, keeper, { agreementVersionId, reason: '要改' }, { now: asked }).then(() =>
          perform(
            addClause,
            keeper,
            { agreementVersionId, heading: '獨家', body: '僅此一家', aspect: 'price' },
            { now: asked },
          ),
        ),
      ])
      await settles(company, walker)
      const [row] = await owner()`select state, content_hash from agreement_versions where id = ${agreementVersionId}`
      const { contentHash } = await runOf(walker)
      expect(row?.state === 'draft' || row?.content_hash === contentHash).toBe(true)
      expect((await standing(walker)).agreement).toBe(row?.state === 'inApproval' ? 'internalReview' : row?.state)
    }
  })
})

const signers = ({ agreementVersionId }: Walker) => owner()<{ id: string; state: string }[]>`
  select id, state from agreement_signatories where version_id = ${agreementVersionId} order by id`

describe('signing an agreement', () => {
  it('by both last signers at once executes it once', async () => {
    const company = await aScene()
    const { keeper } = company
    for (let round = 0; round < rounds; round++) {
      const walker = await walk(company, await aComplete(company), road.outForSignature)
      const files = [await aScan(keeper), await aScan(keeper)]
      const tries = (await signers(walker)).map(({ id: signatoryId }, n) =>
        perform(
          recordSigned,
          keeper,
          { signatoryId, signedOn: walker.signedOn, fileId: files[n] },
          { now: noon(walker.signedOn) },
        ),
      )
      expect((await Promise.all(tries)).map(({ ok }) => ok)).toEqual([true, true])
      expect(await standing(walker)).toEqual({ agreement: 'executed', version: 'executed' })
      const executions = await owner()`select 1 from agreement_timeline where agreement_id = ${walker.agreementId}`
      expect(executions).toHaveLength(1)
    }
  })

  it('the last time beside taking it back ends in one of the two, whole', async () => {
    const company = await aScene()
    const { keeper } = company
    for (let round = 0; round < rounds; round++) {
      const walker = await walk(company, await aComplete(company), [...road.outForSignature, 'signFirst'])
      const [last] = (await signers(walker)).filter(({ state }) => state !== 'signed')
      const signed = { signatoryId: last?.id, signedOn: walker.signedOn, fileId: await aScan(keeper) }
      const now = noon(walker.signedOn)
      const { agreementVersionId } = walker
      const both = [
        () => perform(recordSigned, keeper, signed, { now }),
        () => perform(recall, keeper, { agreementVersionId, reason: '條文有誤' }, { now }),
      ]
      const outcomes = await Promise.all((round % 2 === 0 ? both : both.toReversed()).map((act) => act()))
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      const states = (await signers(walker)).map(({ state }) => state).sort()
      const { version } = await standing(walker)
      expect([version, states]).toEqual(
        version === 'executed' ? ['executed', ['signed', 'signed']] : ['draft', ['void', 'void', 'waiting', 'waiting']],
      )
    }
  })

  it('many times with one key is filed once, and every answer is the first', async () => {
    const company = await aScene()
    const { keeper } = company
    const walker = await walk(company, await aComplete(company), road.outForSignature)
    const [first] = await signers(walker)
    const signed = { signatoryId: first?.id, signedOn: walker.signedOn, fileId: await aScan(keeper) }
    const options = { now: noon(walker.signedOn), key: 'sign-1' }
    const answers = await Promise.all(
      Array.from({ length: crowd }, () => perform(recordSigned, keeper, signed, options)),
    )
    expect(new Set(answers.map((answer) => digestOf(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: true })
    expect((await signers(walker)).filter(({ state }) => state === 'signed')).toHaveLength(1)
    const other = await perform(recordSigned, keeper, { ...signed, signedOn: '2025-12-19' }, options)
    expect(other).toMatchObject({ ok: false, refusal: { code: 'idempotencyMismatch' } })
  })
})

describe('what is owed and what was measured', () => {
  it('is kept once however often the same post arrives, and anew by another person', async () => {
    const { keeper, manager, agreementId, kpiId } = await inForce()
    const owed = { agreementId, ...monthly(keeper.id) }
    const measured = { kpiId, period: '2026-01', numerator: '95', denominator: '100' }
    const now = noon('2026-02-10')
    const post = (n: number) =>
      n % 2 === 0
        ? perform(addObligation, keeper, owed, { now, key: 'owed-1' })
        : perform(measure, keeper, measured, { now, key: 'measured-1' })
    const answers = await Promise.all(Array.from({ length: 2 * crowd }, (_, n) => post(n)))
    expect(answers.filter(({ ok }) => !ok)).toEqual([])
    expect(new Set(answers.map((answer) => digestOf(answer))).size).toBe(2)
    const [rows] = await owner()`select
      (select count(*)::int from obligations where agreement_id = ${agreementId}) as owed,
      (select count(*)::int from kpi_measurements where kpi_id = ${kpiId}) as measured`
    expect(rows).toEqual({ owed: 1, measured: 1 })
    expect(await perform(addObligation, manager, owed, { now, key: 'owed-1' })).toMatchObject({ ok: true })
    const [both] = await owner()`select count(*)::int as owed from obligations where agreement_id = ${agreementId}`
    expect(both).toEqual({ owed: 2 })
  })
})

describe('an agreement that is handled by two at once', () => {
  it('is terminated or superseded by one of them only', async () => {
    const company = await aScene()
    const { agreementId: successorId } = await walk(company, await aComplete(company), road.active)
    const walker = await walk(company, { ...(await aComplete(company)), successorId }, [...road.active, 'giveNotice'])
    const outcomes = await Promise.all([events.terminate(company, walker), events.supersede(company, walker)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(['terminated', 'superseded']).toContain((await standing(walker)).agreement)
  })

  it('is not superseded by one that ends at the same moment', async () => {
    const company = await aScene()
    const { agreementId: successorId } = await walk(company, await aComplete(company), road.active)
    const walker = await walk(company, { ...(await aComplete(company)), successorId }, road.active)
    const ended = {
      hold: (sql: Held) => sql`select 1 from agreements where id = ${successorId} for update`,
      change: (sql: Held) => sql`update agreements set state = 'terminated' where id = ${successorId}`,
    }
    const outcome = await beside(ended, () => events.supersede(company, walker))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'agreements.notSuccessor' } })
  })

  it('has one amendment in draft, whoever begins one at the same moment', async () => {
    const company = await aScene()
    const { keeper, lead, manager } = company
    const walker = await walk(company, await aComplete(company), road.active)
    const { agreementId } = walker
    const begun = (n: number) => ({ agreementId, kind: 'amendment', validFrom: '2026-07-01', reason: `第 ${n} 份` })
    const tries = await Promise.all(
      Array.from({ length: crowd }, (_, n) =>
        perform(amend, [keeper, lead, manager][n % 3] ?? keeper, begun(n), { now: noon('2026-06-01') }),
      ),
    )
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(tries.map((each) => (each.ok ? 'done' : each.refusal.code)))).toEqual(
      new Set(['done', 'agreements.alreadyOpen']),
    )
    const versions = await owner()`select number, state from agreement_versions
      where agreement_id = ${agreementId} order by number`
    expect(versions).toEqual([
      { number: 1, state: 'executed' },
      { number: 2, state: 'draft' },
    ])
  })

  it('has one version on every day, also when two mornings keep its days and an amendment is signed between them', async () => {
    const company = await aScene()
    const walker = await walk(company, await aComplete(company), road.active)
    const amendment = await walk(company, await anAmendmentOf(company, walker), [
      ...amendmentRoad.outForSignature,
      'signFirst',
    ])
    const keeps = () => morning('2026-07-01')(company, walker)
    const [last] = (await signers(amendment)).filter(({ state }) => state !== 'signed')
    const given = { signatoryId: last?.id, signedOn: amendment.signedOn, fileId: await aScan(company.keeper) }
    const signs = () => perform(recordSigned, company.keeper, given, { now: noon(amendment.signedOn) })
    const outcomes = await Promise.all([keeps(), signs(), keeps()])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true])
    const days = await owner()`select from_day::text as from, until_day::text as until from agreement_timeline
      where agreement_id = ${walker.agreementId} order by from_day`
    expect(days).toEqual([
      { from: '2026-01-01', until: '2026-07-01' },
      { from: '2026-07-01', until: null },
    ])
  })
})
