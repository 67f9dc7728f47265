import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { add } from '@/lib/modules/contacts/commands'
import { logRound } from '@/lib/modules/negotiations/commands-entries'
import { askMandate } from '@/lib/modules/negotiations/commands-mandate'
import { acceptOffer, changeOffer, stepOffer } from '@/lib/modules/negotiations/commands-offers'
import { addCounterpart } from '@/lib/modules/negotiations/commands-people'
import { leaveUnpaired, pairMoves, undoTrade } from '@/lib/modules/negotiations/commands-trades'
import { rounds } from '@/lib/modules/negotiations/queries-rounds'
import { newcomer, owner } from '@/tests/people'
import { consent, done, refusalOf } from '../terms/scene'
import { aTable, offer, stateOf, type Table } from './offers-scene'
import { soldInAMonth } from './sold'
import { aMandate } from './standing'

const read = ({ keeper, negotiationId }: Table, actor = keeper, more: object = {}) =>
  ask(rounds, actor, { negotiationId, ...more })
const accept = (table: Table, offerId: string, more: object = {}, actor = table.keeper) =>
  refusalOf(acceptOffer, actor, { negotiationId: table.negotiationId, offerId, ...more })

describe('accepting', () => {
  it('agrees in principle on what that side said last of every issue', async () => {
    const table = await aTable()
    await offer(table, 'them', { rebate: '3', days: '60' })
    await offer(table, 'us', { rebate: '2' })
    const { offerId } = await offer(table, 'them', { rebate: '2.5', shelf: 'two' })
    expect(await accept(table, offerId)).toBeNull()
    const [row] = await owner()`select state, agreed_offer_id from negotiations where id = ${table.negotiationId}`
    expect(row).toEqual({ state: 'agreedInPrinciple', agreed_offer_id: offerId })
    expect(await stateOf(offerId)).toBe('accepted')
    const agreed = (await read(table)).issues.map(({ key, agreedValue }) => [key, agreedValue])
    expect(agreed).toEqual([
      ['rebate', '2.5'],
      ['days', '60'],
      ['shelf', 'two'],
      ['exclusive', null],
      ['wording', null],
    ])
  })

  it('of an offer outside the mandate is refused until the mandate is extended for it', async () => {
    const table = await aTable()
    const { offerId } = await offer(table, 'them', { rebate: '4', days: '60' })
    expect((await read(table)).offers[0]?.check).toEqual({ outside: true, breaches: ['rebate'], policy: null })
    expect(await accept(table, offerId)).toBe('negotiations.notYet')
    await aMandate(table.of, {
      number: 2,
      offer_id: offerId,
      limits: { rebate: { kind: 'numeric', limit: '3', atLeast: false, also: '4' } },
    })
    expect(await accept(table, offerId)).toBeNull()
  })

  it('of an offer that says something else since the mandate was extended for it is refused', async () => {
    const table = await aTable()
    const { keeper, negotiationId, of } = table
    await offer(table, 'them', { days: '45' })
    const { offerId } = await offer(table, 'us', { rebate: '3.5' }, { draft: true })
    const step = async (event: string) => done(stepOffer, keeper, { negotiationId, offerId, event })
    await step('check')
    await aMandate(of, {
      number: 2,
      offer_id: offerId,
      limits: { rebate: { kind: 'numeric', limit: '3', atLeast: false, also: '3.5' } },
    })
    await step('revise')
    await done(changeOffer, keeper, { negotiationId, offerId, channel: 'meeting', values: { rebate: '8' } })
    await step('check')
    await step('send')
    expect((await read(table)).offers.at(-1)?.check).toMatchObject({ outside: true, breaches: ['rebate'] })
    expect(await accept(table, offerId)).toBe('negotiations.notYet')
  })

  it('of an offer asks those who consent for all that its side stands for, also what was said before', async () => {
    const table = await aTable()
    const { keeper, lead, negotiationId } = table
    await offer(table, 'them', { rebate: '4' })
    const { offerId } = await offer(table, 'them', { days: '90' })
    const asked = { negotiationId, offerId, validUntil: '2099-12-31', reason: '對方加碼進貨量' }
    const { mandateId } = await done(askMandate, keeper, asked)
    const [row] = await owner()`select limits from negotiation_mandates where id = ${mandateId}`
    expect([row?.limits.rebate.also, row?.limits.days.also]).toEqual(['4', '90'])
    expect(await accept(table, offerId)).toBe('negotiations.notYet')
    await consent(mandateId, [lead], new Date())
    expect(await accept(table, offerId)).toBeNull()
  })

  it('needs a mandate at all', async () => {
    const table = await aTable({ mandate: false })
    const { offerId } = await offer(table, 'them', { rebate: '2.5' })
    expect((await read(table)).offers[0]?.check).toEqual({ outside: true, breaches: [], policy: null })
    expect(await accept(table, offerId)).toBe('negotiations.notYet')
  })

  it.each(['withdrawn', 'countered', 'lapsed', 'declined'])('is refused when it was %s', async (state) => {
    const table = await aTable()
    const { offerId } = await offer(table, 'them', { rebate: '2.5' })
    await owner()`update negotiation_offers set state = ${state} where id = ${offerId}`
    expect(await accept(table, offerId)).toBe(`negotiations.offerAt_${state}`)
  })

  it('past its last day is refused although nobody has let it lapse, and so is one that was followed by another', async () => {
    const table = await aTable()
    const old = await offer(table, 'them', { rebate: '2.5' })
    const last = await offer(table, 'them', { rebate: '2.4' })
    expect(await accept(table, old.offerId)).toBe('negotiations.notYet')
    await owner()`update negotiation_offers set valid_until = '2020-01-01' where id = ${last.offerId}`
    expect(await accept(table, last.offerId)).toBe('negotiations.offerAt_lapsed')
  })

  it('at the other side’s limit asks what it may cost the relationship, and keeps it', async () => {
    const table = await aTable()
    const { offerId } = await offer(table, 'them', { rebate: '2', days: '45' })
    expect(await accept(table, offerId)).toBe('negotiations.riskMissing')
    expect(await accept(table, offerId, { relationshipRisk: '羅協理難向上交代，下季多給一檔端架' })).toBeNull()
    expect((await read(table)).relationshipRisk).toContain('羅協理')
  })

  it('is for the mandate group, whoever else may edit the account, and not for another company', async () => {
    const table = await aTable()
    const { offerId } = await offer(table, 'them', { rebate: '2.5' })
    expect(await accept(table, offerId, {}, table.manager)).toBe('notAllowed')
    expect(await accept(table, offerId, {}, table.colleague)).toBe('notAllowed')
    expect(await accept(table, offerId, {}, await newcomer('manager'))).toBe('notFound')
  })
})

/** They ask 4 and 90, we offer 1 and 30; both move twice. */
async function aLog() {
  const table = await aTable()
  await offer(table, 'them', { rebate: '4', days: '90' })
  await offer(table, 'us', { rebate: '1', days: '30' })
  await offer(table, 'them', { rebate: '3.5' })
  await offer(table, 'us', { rebate: '1.5', days: '45' })
  await offer(table, 'them', { rebate: '3', days: '75' })
  return table
}

describe('concessions', () => {
  it('are paired with what they bought, taken apart again, and asked what for', async () => {
    const table = await aLog()
    const { negotiationId, keeper } = table
    expect((await read(table)).trades?.suggestions.map(({ moves }) => moves)).toEqual([
      ['4:days', '4:rebate', '5:days', '5:rebate'],
    ])
    const { tradeId } = await done(pairMoves, keeper, { negotiationId, moves: ['4:rebate', '5:rebate'] })
    const paired = (await read(table)).trades
    expect(paired?.pairs.map(({ given, got }) => [given[0]?.id, got[0]?.id])).toEqual([['4:rebate', '5:rebate']])
    expect(paired?.unpaired.map(({ id }) => id)).toEqual(['3:rebate', '4:days', '5:days'])
    await done(leaveUnpaired, keeper, { negotiationId, moves: ['4:days'], reason: '換取對方善意' })
    expect((await read(table)).trades?.unpaired.find(({ id }) => id === '4:days')?.trade?.reason).toBe('換取對方善意')
    await done(pairMoves, keeper, { negotiationId, moves: ['4:days', '5:days'] })
    expect((await read(table)).trades?.pairs).toHaveLength(2)
    await done(undoTrade, keeper, { negotiationId, tradeId })
    expect((await read(table)).trades?.unpaired.map(({ id }) => id)).toEqual(['3:rebate', '4:rebate', '5:rebate'])
    expect(await refusalOf(undoTrade, keeper, { negotiationId, tradeId })).toBe('notFound')
  })

  it('cost what the terms cost on a year’s sales, and all is paired plus unpaired', async () => {
    const table = await aLog()
    const { negotiationId, keeper } = table
    await soldInAMonth(table, '12000000')
    await done(pairMoves, keeper, { negotiationId, moves: ['4:rebate', '5:rebate'] })
    const found = await read(table)
    const cell = found.offers[3]?.cells.rebate
    expect([cell?.way, cell?.toward, cell?.yearly]).toEqual(['up', 'them', '60000.0000'])
    const days = Number(found.offers[3]?.cells.days?.yearly)
    expect(days).toBeCloseTo((12_000_000 * 0.06 * 15) / 365, 0)
    expect(found.trades?.given).toMatchObject({ paired: '60000.0000', uncosted: 0 })
    for (const side of [found.trades?.given, found.trades?.got])
      expect(Number(side?.all)).toBeCloseTo(Number(side?.paired) + Number(side?.unpaired), 4)
  })

  it('add up the same in whatever order the issues stand', async () => {
    const table = await aLog()
    const before = (await read(table)).trades
    await owner()`update negotiation_issues set position = 10 - position where negotiation_id = ${table.negotiationId}`
    expect((await read(table)).trades).toEqual(before)
  })

  it.each([
    ['nothing', [], 'negotiations.movesMissing'],
    ['one side alone', ['4:rebate', '4:days'], 'negotiations.pairOneSided'],
    ['a move nobody made', ['9:rebate', '5:rebate'], 'negotiations.moveUnknown'],
  ])('are not paired with %s', async (_, moves, code) => {
    const { negotiationId, keeper } = await aLog()
    expect(await refusalOf(pairMoves, keeper, { negotiationId, moves })).toBe(code)
  })

  it('belong to one trade only, and are for the mandate group', async () => {
    const table = await aLog()
    const { negotiationId, keeper, manager } = table
    const moves = ['4:rebate', '5:rebate']
    await done(pairMoves, keeper, { negotiationId, moves })
    expect(await refusalOf(pairMoves, keeper, { negotiationId, moves })).toBe('negotiations.moveTaken')
    expect(await refusalOf(leaveUnpaired, keeper, { negotiationId, moves: ['4:rebate'], reason: '善意' })).toBe(
      'negotiations.moveTaken',
    )
    const stranger = await newcomer('manager')
    for (const [actor, code] of [
      [manager, 'notAllowed'],
      [stranger, 'notFound'],
    ] as const) {
      expect(await refusalOf(pairMoves, actor, { negotiationId, moves: ['4:days', '5:days'] })).toBe(code)
      expect(await refusalOf(leaveUnpaired, actor, { negotiationId, moves: ['4:days'], reason: '善意' })).toBe(code)
    }
  })
})

describe('whoever is not in the mandate group', () => {
  it('reads the offers, and nothing of limits, breaches, trades or which way counts for us', async () => {
    const table = await aLog()
    await done(pairMoves, table.keeper, { negotiationId: table.negotiationId, moves: ['4:rebate', '5:rebate'] })
    for (const actor of [table.manager, table.lead, table.colleague]) {
      const found = await read(table, actor)
      expect(found.offers).toHaveLength(5)
      expect([found.trades, found.relationshipRisk]).toEqual([null, null])
      expect(found.points.different.map(({ apart }) => apart)).toEqual([null, null])
      for (const { check, cells } of found.offers) {
        expect(check).toBeNull()
        for (const cell of Object.values(cells)) expect([cell.toward, cell.toLimit]).toEqual([null, null])
      }
    }
  })

  it('reads no offer that the other side has not heard, unless they may work on it', async () => {
    const table = await aTable()
    await offer(table, 'them', { days: '60' })
    await offer(table, 'us', { days: '45', rebate: '2' }, { draft: true, note: '內部底稿' })
    for (const actor of [table.keeper, table.manager])
      expect((await read(table, actor)).offers.map(({ state }) => state)).toEqual(['received', 'draft'])
    const found = await read(table, table.colleague)
    expect(found.offers.map(({ state }) => state)).toEqual(['received'])
    expect([found.last, found.next]).toEqual([
      { number: 1, side: 'them', channel: 'meeting' },
      { us: 1, them: 2 },
    ])
    expect(JSON.stringify(found)).not.toContain('內部底稿')
  })

  it('of another company finds no negotiation', async () => {
    const table = await aTable()
    await expect(read(table, await newcomer('manager'))).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('talks that are over', () => {
  it('offer nobody a form that could only be refused', async () => {
    const table = await aLog()
    expect((await read(table)).mayWrite).toBe(true)
    await owner()`update negotiations set state = 'closed' where id = ${table.negotiationId}`
    expect((await read(table)).mayWrite).toBe(false)
    const { negotiationId, keeper } = table
    expect(await refusalOf(logRound, keeper, { negotiationId, summary: '補記' })).toBe('negotiations.at_closed')
  })
})

describe('a meeting', () => {
  it('is a contact of the account, with what came of it; next steps are tasks', async () => {
    const table = await aLog()
    const { negotiationId, keeper, accountId } = table
    const said = { summary: '雙方交換第三輪提案', agreedPoints: '付款 75 天', questions: '能否提早出貨？' }
    const steps = [{ text: '回覆補貨頻率', dueOn: '2027-01-04' }, { text: '' }]
    const { interactionId } = await done(logRound, keeper, { negotiationId, ...said, nextSteps: steps })
    const [contact] = await owner()`select account_id, channel, summary from interactions where id = ${interactionId}`
    expect(contact).toEqual({ account_id: accountId, channel: 'meeting', summary: said.summary })
    const tasks = await owner()`select text from tasks where interaction_id = ${interactionId}`
    expect(tasks).toEqual([{ text: '回覆補貨頻率' }])
    expect((await read(table)).entries).toMatchObject([
      { round: 3, agreedPoints: '付款 75 天', questions: '能否提早出貨？' },
    ])
  })

  it('is logged with people of the account, those on the other side first', async () => {
    const table = await aLog()
    const { negotiationId, keeper, accountId } = table
    const person = { accountId, points: [] }
    const clerk = await done(add, keeper, { ...person, displayName: '丁小姐', title: '採購專員' })
    const buyer = await done(add, keeper, { ...person, displayName: '游錫堃', title: '採購協理' })
    await done(addCounterpart, keeper, { negotiationId, personId: buyer.id, part: 'decides' })
    const { people } = await read(table, keeper, { meeting: true })
    expect((await read(table)).people).toEqual([])
    expect(people[0]).toEqual({ id: buyer.id, name: '游錫堃', title: '採購協理' })
    expect(people.map(({ id }) => id)).toContain(clerk.id)
    const met = { negotiationId, summary: '與游協理會談', personIds: people[0]?.id }
    const { interactionId } = await done(logRound, keeper, met)
    const there = await owner()`select person_id from interaction_people where interaction_id = ${interactionId}`
    expect(there).toEqual([{ person_id: buyer.id }])
    expect(await refusalOf(logRound, keeper, { ...met, personIds: [crypto.randomUUID()] })).toMatch(/interactions\./)
    expect((await read(table, table.colleague, { meeting: true })).people).toEqual([])
  })

  it('is logged once the talks began, by whoever serves the account', async () => {
    const table = await aTable()
    const { negotiationId, keeper, colleague } = table
    const said = { negotiationId, summary: '開場' }
    expect(await refusalOf(logRound, keeper, said)).toBe('negotiations.noEntryBefore')
    expect(await refusalOf(logRound, colleague, said)).toBe('notAllowed')
    expect(await refusalOf(logRound, await newcomer('manager'), said)).toBe('notFound')
  })
})
