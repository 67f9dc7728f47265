import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { planConcessions } from '@/lib/modules/negotiations/commands-plan'
import { analysis } from '@/lib/modules/negotiations/queries-analysis'
import { studyOf } from '@/lib/modules/negotiations/rules-study'
import { newcomer, owner, person } from '@/tests/people'
import { done, refusalOf } from '../terms/scene'
import { aScene } from './scene'
import { soldInAMonth } from './sold'
import { accept, aTable, fourOffers, theOffers } from './table-rows'

async function aTalk(options = {}) {
  const scene = await aScene()
  const of = { negotiationId: scene.negotiationId, memberId: scene.keeper.id }
  await aTable(of, options)
  const offers = await theOffers(of, fourOffers)
  return { ...scene, of, offers }
}

const plan = { reservation: '40', atOnce: '10', exponent: '0.5', rounds: '5' }

describe('the analysis of a negotiation', () => {
  it('scores both sides’ offers for the mandate group, with what is beyond a limit', async () => {
    const { keeper, negotiationId } = await aTalk()
    const view = await ask(analysis, keeper, { negotiationId })
    const study = view?.studied && studyOf(view.studied)
    expect(study?.offers.map(({ no, side, carried, breaches }) => [no, side, carried, breaches])).toEqual([
      [1, 'them', '0', ['payment', 'rebate']],
      [2, 'us', '100', []],
      [3, 'them', '15', []],
      [4, 'us', '75', []],
    ])
    expect(study?.alternatives).toEqual({ ours: '35', theirs: '20' })
    expect(study?.space?.count).toBeGreaterThan(50)
    expect(study?.left).toBeNull()
  })

  it('shows whoever is not in the group nothing of it, whatever their role', async () => {
    const { workspace, manager, lead, finance, colleague, logistics, negotiationId } = await aTalk()
    const auditor = await person('auditor', workspace)
    const administrator = await person('administrator', workspace)
    for (const other of [manager, lead, finance, colleague, logistics, auditor, administrator])
      expect(await ask(analysis, other, { negotiationId })).toBeNull()
  })

  it('does not exist for another company', async () => {
    const { negotiationId } = await aTalk()
    await expect(ask(analysis, await newcomer('manager'), { negotiationId })).rejects.toThrow('notFound')
  })

  it('is the same in whatever order the issues were entered', async () => {
    const [one, other] = [await aTalk(), await aTalk({ turned: true })]
    const studies = await Promise.all(
      [one, other].map(async ({ keeper, negotiationId }) => {
        const view = await ask(analysis, keeper, { negotiationId })
        return view?.studied && studyOf(view.studied)
      }),
    )
    expect(studies[0]).not.toBeNull()
    expect(studies[0]).toEqual(studies[1])
  })

  it('says what is missing as long as an issue cannot be scored', async () => {
    const { keeper, negotiationId } = await aTalk()
    await owner()`update negotiation_stakes set target = null where negotiation_id = ${negotiationId} and target = '1'`
    const view = await ask(analysis, keeper, { negotiationId })
    expect(view).toMatchObject({ studied: null, gaps: [{ key: 'rebate', code: 'targetMissing' }] })
  })

  it('compares an agreement with better packages, as long as it is only one in principle', async () => {
    const { keeper, negotiationId, of, offers } = await aTalk()
    const agreed = { payment: '45', rebate: '4', display: 'none' }
    await accept(of, offers[2] ?? '', agreed)
    const study = async () => {
      const view = await ask(analysis, keeper, { negotiationId })
      return view?.studied && studyOf(view.studied)
    }
    const left = (await study())?.left
    expect(Number(left?.valueLeft)).toBeGreaterThan(0)
    expect(left?.packages.length).toBeGreaterThan(0)
    await owner()`update negotiations set state = 'approved' where id = ${negotiationId}`
    expect((await study())?.left).toBeNull()
  })
})

describe('what concessions equal', () => {
  it('is reckoned on a year’s sales from where both sides stand, for the mandate group alone', async () => {
    const talk = await aTalk()
    const { manager, keeper, negotiationId } = talk
    const read = async () => (await ask(analysis, keeper, { negotiationId }))?.equivalents
    expect((await read())?.uncosted).toEqual([
      { key: 'payment', why: 'noSales' },
      { key: 'rebate', why: 'noSales' },
      { key: 'display', why: 'noTerm' },
    ])
    await soldInAMonth(talk, '12000000')
    expect(await read()).toMatchObject({
      sales: '12000000',
      ratePct: '6',
      rows: [
        { key: 'payment', many: '30', isGap: true, yearly: '59178.0822', others: [{ key: 'rebate', many: '0.4932' }] },
        {
          key: 'rebate',
          many: '2',
          isGap: true,
          yearly: '240000.0000',
          others: [{ key: 'payment', many: '121.6667' }],
        },
      ],
      uncosted: [{ key: 'display', why: 'noTerm' }],
    })
    expect(await ask(analysis, manager, { negotiationId })).toBeNull()
  })
})

describe('the plan of concessions', () => {
  it('is kept, changed, and drawn beside what was offered', async () => {
    const { keeper, negotiationId } = await aTalk()
    const { version } = await done(planConcessions, keeper, { negotiationId, ...plan })
    await done(planConcessions, keeper, { negotiationId, version, ...plan, rounds: '４' })
    const view = await ask(analysis, keeper, { negotiationId })
    expect(view?.plan).toMatchObject({ reservation: '40', first: '0.1', exponent: '0.5', rounds: 4 })
    const curve = view?.studied && studyOf(view.studied).curve
    expect(curve?.map(({ round, actual }) => [round, actual])).toEqual([
      [0, null],
      [1, '100'],
      [2, '75'],
      [3, null],
      [4, null],
    ])
  })

  it('is refused beside the field that is wrong, and when the negotiation is over', async () => {
    const { keeper, negotiationId } = await aTalk()
    expect(await refusalOf(planConcessions, keeper, { negotiationId, ...plan, exponent: '0' })).toBe('invalid')
    expect(await refusalOf(planConcessions, keeper, { negotiationId, ...plan, reservation: '101' })).toBe('invalid')
    await owner()`update negotiations set state = 'noDeal' where id = ${negotiationId}`
    expect(await refusalOf(planConcessions, keeper, { negotiationId, ...plan })).toBe('negotiations.at_noDeal')
  })

  it('is for the mandate group alone, and exists in no other company', async () => {
    const { lead, logistics, negotiationId } = await aTalk()
    expect(await refusalOf(planConcessions, lead, { negotiationId, ...plan })).toBe('notAllowed')
    expect(await refusalOf(planConcessions, logistics, { negotiationId, ...plan })).toBe('notAllowed')
    expect(await refusalOf(planConcessions, await newcomer('manager'), { negotiationId, ...plan })).toBe('notFound')
  })

  it('leaves no figure in the log', async () => {
    const { keeper, workspace, negotiationId } = await aTalk()
    await done(planConcessions, keeper, { negotiationId, ...plan, reservation: '43.21' })
    const logged = await owner()`select * from command_log where workspace_id = ${workspace.id}`
    expect(JSON.stringify(logged)).not.toContain('43.21')
  })
})
