import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { approvePackage, document, reopen, submitPackage } from '@/lib/modules/negotiations/commands-outcome'
import { endWithoutDeal } from '@/lib/modules/negotiations/commands-states'
import { finishPackages } from '@/lib/modules/negotiations/jobs'
import { outcome, versionSource } from '@/lib/modules/negotiations/queries-outcome'
import { newcomer, owner, person } from '@/tests/people'
import { aStandard, consent, done, net, refusalOf } from '../terms/scene'
import { aScene, type Scene } from './scene'
import { accept, aTable, fourOffers, theOffers } from './table-rows'

const agreed = { payment: '75', rebate: '4', display: 'two' }

async function anAgreement(values: Readonly<Record<string, string>> = agreed) {
  const scene = await aScene()
  await aStandard(scene, { paymentDays: net(60), annualRebate: { number: '1' } })
  const of = { negotiationId: scene.negotiationId, memberId: scene.keeper.id }
  await aTable(of)
  const offers = await theOffers(of, fourOffers)
  await accept(of, offers[2] ?? '', values)
  return { ...scene, of, offers }
}

const stateOf = async (negotiationId: string) => {
  const [row] =
    await owner()`select state, agreed_offer_id, documented_version_id from negotiations where id = ${negotiationId}`
  return row
}

/** The job that hears of a finished approval. */
const heard = ({ workspace }: Scene, negotiationId: string, outcomeOfRun = 'approved') =>
  finishPackages.run({
    workspaceId: workspace.id,
    now: new Date(),
    jobId: 'x',
    input: { runId: negotiationId, subjectKind: 'negotiationPackage', subjectId: negotiationId, outcome: outcomeOfRun },
  })

async function approved(values?: Readonly<Record<string, string>>) {
  const scene = await anAgreement(values)
  const { keeper, lead, manager, finance, negotiationId } = scene
  await done(submitPackage, keeper, { negotiationId, reason: '換得端架陳列' })
  await consent(negotiationId, [lead, manager, finance, manager], new Date())
  await heard(scene, negotiationId)
  return scene
}

const issueIdOf = async (negotiationId: string, key: string) => {
  const [row] =
    await owner()`select id from negotiation_issues where negotiation_id = ${negotiationId} and key = ${key}`
  return String(row?.id)
}
const clause = async (negotiationId: string) => [
  { issueId: await issueIdOf(negotiationId, 'display'), becomes: 'clause' },
]
const from = { validFrom: '2027-01-01', factors: ['agreedTerms'] }

it('that ended without a deal says why, and what we do instead to the mandate group alone', async () => {
  const { keeper, manager, negotiationId } = await anAgreement()
  expect((await ask(outcome, keeper, { negotiationId })).ended).toBeNull()
  await done(endWithoutDeal, keeper, {
    negotiationId,
    reason: '價差過大',
    nextStep: '改供其他通路',
    dueOn: '2099-01-04',
  })
  expect((await ask(outcome, keeper, { negotiationId })).ended).toEqual({
    reason: '價差過大',
    instead: { next: '改供其他通路', dueOn: '2099-01-04' },
  })
  expect((await ask(outcome, manager, { negotiationId })).ended).toEqual({ reason: '價差過大', instead: null })
})

describe('an agreed package', () => {
  it('goes to those whom the policy asks, with what it costs, and is read by nobody else', async () => {
    const { keeper, manager, lead, negotiationId } = await anAgreement()
    expect(await done(submitPackage, keeper, { negotiationId })).toMatchObject({ state: 'pending' })
    const [run] = await owner()`select secret, facts, lines from approval_runs where subject_id = ${negotiationId}`
    expect(run).toMatchObject({ secret: true, facts: { paymentDays: '75', discountPct: '4' } })
    expect(run?.lines.map(({ key }: { key: string }) => key)).toEqual(['payment', 'rebate', 'display'])
    expect((await ask(outcome, lead, { negotiationId })).run).toBe('pending')
    expect((await stateOf(negotiationId))?.state).toBe('agreedInPrinciple')
    expect((await ask(outcome, manager, { negotiationId })).points[0]?.cost).toBeNull()
  })

  it('is approved when everybody consented, once', async () => {
    const scene = await approved()
    expect((await stateOf(scene.negotiationId))?.state).toBe('approved')
    await heard(scene, scene.negotiationId)
    expect((await stateOf(scene.negotiationId))?.state).toBe('approved')
  })

  it('is not approved by a no, nor by hand without consent', async () => {
    const scene = await anAgreement()
    const { keeper, negotiationId } = scene
    expect(await refusalOf(approvePackage, keeper, { negotiationId })).toBe('negotiations.notYet')
    await heard(scene, negotiationId, 'rejected')
    await heard(scene, negotiationId)
    expect((await stateOf(negotiationId))?.state).toBe('agreedInPrinciple')
  })

  it('is submitted by the mandate group alone, while it is one in principle', async () => {
    const { keeper, lead, logistics, negotiationId } = await anAgreement()
    for (const other of [lead, logistics])
      expect(await refusalOf(submitPackage, other, { negotiationId })).toBe('notAllowed')
    expect(await refusalOf(submitPackage, await newcomer('manager'), { negotiationId })).toBe('notFound')
    await owner()`update negotiations set state = 'open' where id = ${negotiationId}`
    expect(await refusalOf(submitPackage, keeper, { negotiationId })).toBe('negotiations.at_open')
  })
})

describe('an agreement that is reopened', () => {
  it('puts the accepted offer back on the table, with the reason, and takes the request for consent back', async () => {
    const { keeper, negotiationId, offers } = await anAgreement()
    await done(submitPackage, keeper, { negotiationId })
    await done(reopen, keeper, { negotiationId, reason: '雙方還能更好' })
    expect(await stateOf(negotiationId)).toMatchObject({ state: 'open', agreed_offer_id: null })
    const [offer] = await owner()`select state from negotiation_offers where id = ${offers[2] ?? ''}`
    expect(offer?.state).toBe('received')
    const [run] = await owner()`select state from approval_runs where subject_id = ${negotiationId}`
    expect(run?.state).toBe('withdrawn')
    expect((await ask(outcome, keeper, { negotiationId })).points).toEqual([])
  })

  it('needs a reason, and is one in principle only', async () => {
    const { keeper, lead, colleague, logistics, negotiationId } = await anAgreement()
    expect(await refusalOf(reopen, keeper, { negotiationId, reason: ' ' })).toBe('invalid')
    for (const other of [colleague, logistics])
      expect(await refusalOf(reopen, other, { negotiationId, reason: '更好' })).toBe('notAllowed')
    expect(await refusalOf(reopen, await newcomer('manager'), { negotiationId, reason: '更好' })).toBe('notFound')
    await owner()`update negotiations set state = 'approved' where id = ${negotiationId}`
    expect(await refusalOf(reopen, lead, { negotiationId, reason: '更好' })).toBe('negotiations.at_approved')
  })
})

describe('an approved package', () => {
  it('is written into the terms in one step, with its reason and what was traded for it, and stays linked', async () => {
    const { keeper, negotiationId, of } = await approved()
    await owner()`insert into negotiation_trades (id, workspace_id, negotiation_id, account_id, moves, recorded_by)
      select gen_random_uuid(), workspace_id, id, account_id, ${['3:rebate', '4:payment']}, ${of.memberId}
      from negotiations where id = ${negotiationId}`
    const points = await clause(negotiationId)
    const { versionId } = await done(document, keeper, { negotiationId, ...from, points })
    expect(await stateOf(negotiationId)).toMatchObject({ state: 'documented', documented_version_id: versionId })
    const [row] = await owner()`select valid_from::text, note from term_versions where id = ${versionId}`
    expect(row).toEqual({ valid_from: '2027-01-01', note: '來自協商「明年度交易條件」' })
    const rows = await owner()`select code, value, reason, condition, factors from term_departures
      where version_id = ${versionId} and archived_at is null order by code`
    expect(rows).toEqual([
      {
        code: 'annualRebate',
        value: { kind: 'percent', number: '4' },
        reason: '協商「明年度交易條件」議定（提案 3）。',
        condition: '換得 付款天數 75 天',
        factors: ['agreedTerms'],
      },
      expect.objectContaining({ code: 'paymentDays', condition: '換得 年度獎勵 4 %' }),
    ])
    const [display] = await owner()`select dropped_because from negotiation_issues
      where negotiation_id = ${negotiationId} and key = 'display'`
    expect(display?.dropped_because).toBe('clause')
    expect(await ask(versionSource, keeper, { versionId })).toEqual({ id: negotiationId, title: '明年度交易條件' })
    expect(await ask(versionSource, await newcomer('manager'), { versionId })).toBeNull()
  })

  it('leaves what equals the standard to the standard', async () => {
    const { keeper, negotiationId } = await approved({ payment: '60', rebate: '4', display: 'two' })
    const points = await clause(negotiationId)
    const { versionId } = await done(document, keeper, { negotiationId, ...from, points })
    const rows = await owner()`select code from term_departures where version_id = ${versionId} and archived_at is null`
    expect(rows.map(({ code }) => code)).toEqual(['annualRebate'])
  })

  it('asks what becomes of a point that is no term, and writes nothing until it is said', async () => {
    const { keeper, accountId, negotiationId } = await approved()
    expect(await refusalOf(document, keeper, { negotiationId, ...from })).toBe('negotiations.pointsUndecided')
    const issueId = await issueIdOf(negotiationId, 'display')
    const dropped = (because: string) => ({
      negotiationId,
      ...from,
      points: [{ issueId, becomes: 'dropped', because }],
    })
    expect(await refusalOf(document, keeper, dropped(''))).toBe('negotiations.pointsUndecided')
    expect((await owner()`select id from term_sheets where account_id = ${accountId}`).length).toBe(0)
    await done(document, keeper, dropped('對方改由門市自辦'))
    const view = await ask(outcome, keeper, { negotiationId })
    expect(view.points.at(-1)).toMatchObject({ droppedBecause: '對方改由門市自辦' })
  })

  it('is documented once, by those who lead, in no other company', async () => {
    const { workspace, keeper, colleague, logistics, negotiationId } = await approved()
    const points = await clause(negotiationId)
    const wish = { negotiationId, ...from, points }
    for (const other of [colleague, logistics, await person('auditor', workspace)])
      expect(await refusalOf(document, other, wish)).toBe('notAllowed')
    expect(await refusalOf(document, await newcomer('manager'), wish)).toBe('notFound')
    await done(document, keeper, wish)
    expect(await refusalOf(document, keeper, wish)).toBe('negotiations.at_documented')
  })
})
