import { describe, expect, it } from 'vitest'
import { command } from '@/lib/kernel/command'
import { ask, perform } from '@/lib/kernel/perform'
import * as states from '@/lib/modules/negotiations/commands-states'
import { holdNegotiation } from '@/lib/modules/negotiations/commands-upkeep'
import { may } from '@/lib/modules/negotiations/manifest'
import { negotiationRef } from '@/lib/modules/negotiations/model'
import {
  type NegotiationEvent,
  type NegotiationGuard,
  negotiationEvents,
  negotiationStates,
} from '@/lib/modules/negotiations/model-states'
import { standing } from '@/lib/modules/negotiations/queries-standing'
import { guardsOf, negotiationWays } from '@/lib/modules/negotiations/rules-states'
import { list as notificationList } from '@/lib/modules/notifications/list'
import { catalogue } from '@/lib/modules/registry'
import { newcomer, owner, person } from '@/tests/people'
import { done, refusalOf } from '../terms/scene'
import { aScene } from './scene'
import { addPart, meet, putInState } from './standing'

const said: readonly NegotiationGuard[] = ['reasonGiven', 'alternativeNext']
const ending = { reason: '價差過大', nextStep: '改供其他通路', dueOn: '2099-01-04' }
const words: Partial<Record<NegotiationEvent, object>> = {
  suspend: { reason: '等對方董事會' },
  endWithoutDeal: ending,
  reopen: { reason: '對方要求再談' },
  document: { validFrom: '2099-01-01', factors: ['marketPosition'] },
}

/** The events that other parts of the product bring about, by a command of their own. */
const moving = (event: NegotiationEvent) =>
  catalogue.commands.get(`negotiations.${event}`) ??
  command({
    name: `test.${event}`,
    permission: may.negotiate,
    input: negotiationRef,
    run: async (work, { negotiationId }) =>
      states.move(work, await holdNegotiation(work, negotiationId), event, { given: said }),
  })

async function aStanding() {
  const scene = await aScene()
  return { ...scene, of: { negotiationId: scene.negotiationId, memberId: scene.keeper.id } }
}
const everyGuard = (event: NegotiationEvent) => [
  ...new Set(negotiationStates.flatMap((state) => guardsOf(state, event))),
]
const stateOf = async (negotiationId: string) =>
  (await owner()<{ state: string }[]>`select state from negotiations where id = ${negotiationId}`)[0]?.state

describe('a negotiation on record', () => {
  it.each(negotiationEvents)('goes by %s from the states of the plan, and from no other', async (event) => {
    const { keeper, negotiationId, of } = await aStanding()
    await meet(
      of,
      everyGuard(event).filter((guard) => guard !== 'versionWritten'),
    )
    for (const state of negotiationStates) {
      await owner()`update negotiations set state = ${state}, suspended_in = ${state === 'suspended' ? 'open' : null}
        where id = ${negotiationId}`
      const way = negotiationWays[state][event]
      const input = { negotiationId, ...words[event] }
      if (!way) expect(await refusalOf(moving(event), keeper, input)).toBe(`negotiations.at_${state}`)
      else {
        await done(moving(event), keeper, input)
        expect(await stateOf(negotiationId)).toBe(way.to === 'before' ? 'open' : way.to)
      }
    }
  })

  const guarded = negotiationStates.flatMap((state) =>
    negotiationEvents.flatMap((event) =>
      guardsOf(state, event)
        .filter((guard) => !said.includes(guard) && guard !== 'versionWritten')
        .map((guard) => [state, event, guard] as const),
    ),
  )
  const breaks: Partial<
    Record<NegotiationGuard, (of: { negotiationId: string; memberId: string }) => Promise<unknown>>
  > = {
    checklistComplete: (of) => owner()`update negotiations set etiquette = null where id = ${of.negotiationId}`,
    mandateApproved: (of) =>
      owner()`update negotiation_mandates set valid_until = '2020-01-01' where negotiation_id = ${of.negotiationId}`,
    inputsIn: (of) => asked(of, 'input'),
    adviceIn: (of) => asked(of, 'advice'),
    focusConsented: (of) =>
      addPart('negotiation_issues', of, {
        key: 'k2',
        name: '折讓',
        position: 2,
        kind: 'text',
        options: [],
        stance: 'against',
      }),
    alternativeGiven: (of) =>
      owner()`update negotiation_alternatives set archived_at = now() where negotiation_id = ${of.negotiationId}`,
    conductConfirmed: (of) =>
      owner()`update negotiations set conduct_confirmed_at = null where id = ${of.negotiationId}`,
    offerExchanged: (of) =>
      owner()`update negotiation_offers set side = 'us', state = 'draft' where negotiation_id = ${of.negotiationId}`,
    offerAccepted: (of) =>
      owner()`update negotiation_offers set state = 'withdrawn' where negotiation_id = ${of.negotiationId}`,
    withinMandate: (of) =>
      owner()`update negotiation_checks set outside = true where negotiation_id = ${of.negotiationId}`,
    packageApproved: (of) =>
      owner()`update negotiations set agreed_at = now() + interval '1 hour' where id = ${of.negotiationId}`,
    noticesSent: (of) =>
      addPart('negotiation_notices', of, { audience: 'legal', message: '合約', due_on: '2026-11-30' }),
    debriefWritten: (of) =>
      owner()`update negotiation_debriefs set archived_at = now() where negotiation_id = ${of.negotiationId}`,
  }
  const asked = (of: { negotiationId: string; memberId: string }, kind: string) =>
    addPart('negotiation_inputs', of, {
      kind,
      asked_by: of.memberId,
      asked_of: of.memberId,
      question: '能否接受？',
      due_on: '2099-11-30',
      required: true,
      state: 'asked',
    })

  it.each(guarded)('that is %s is refused %s while %s alone is not true', async (state, event, guard) => {
    const { keeper, of } = await aStanding()
    await meet(of, guardsOf(state, event))
    await putInState(of.negotiationId, state)
    await breaks[guard]?.(of)
    const result = await perform(moving(event), keeper, { negotiationId: of.negotiationId })
    expect(result.ok || [result.refusal.code, Object.keys(result.refusal.fields)]).toEqual([
      'negotiations.notYet',
      guard === 'alternativeGiven' ? ['checklistComplete', 'alternativeGiven'] : [guard],
    ])
  })

  it('names whose input is missing', async () => {
    const { keeper, logistics, of } = await aStanding()
    await meet(of, guardsOf('planning', 'prepare'))
    await asked({ ...of, memberId: logistics.id }, 'input')
    const result = await perform(states.prepare, keeper, { negotiationId: of.negotiationId })
    expect(!result.ok && result.refusal.fieldSentences('zh-TW').inputsIn).toContain('吳柏翰')
  })

  it('is ready only by the word of somebody who knows its mandate', async () => {
    const { manager, of } = await aStanding()
    await meet(of, guardsOf('planning', 'prepare'))
    expect(await refusalOf(states.prepare, manager, { negotiationId: of.negotiationId })).toBe('notAllowed')
  })

  it('is not within a mandate that names its offer but does not cover what that says', async () => {
    const { keeper, of } = await aStanding()
    await meet(of, guardsOf('open', 'agree'))
    await putInState(of.negotiationId, 'open')
    await breaks.withinMandate?.(of)
    await owner()`update negotiation_mandates m set offer_id = n.agreed_offer_id from negotiations n
      where n.id = m.negotiation_id and n.id = ${of.negotiationId}`
    expect(await refusalOf(moving('agree'), keeper, { negotiationId: of.negotiationId })).toBe('negotiations.notYet')
    expect(await stateOf(of.negotiationId)).toBe('open')
  })

  it('tells the team when it is suspended, and goes on where it was', async () => {
    const { keeper, lead, negotiationId, of } = await aStanding()
    await addPart('negotiation_members', of, { member_id: lead.id, part: 'advises' })
    await done(states.suspend, keeper, { negotiationId, reason: '等對方董事會' })
    const told = await ask(notificationList, lead, {})
    expect(told.rows.map(({ text }) => text)).toEqual(['與「大安食品股份有限公司」的協商「明年度交易條件」已暫停。'])
    await done(states.resume, keeper, { negotiationId })
    expect(await stateOf(negotiationId)).toBe('planning')
  })

  it('ends without a deal with the reason, and a task for what we do instead that does not say it', async () => {
    const { keeper, negotiationId } = await aStanding()
    expect(await refusalOf(states.endWithoutDeal, keeper, { negotiationId, reason: '價差' })).toBe('invalid')
    expect(await refusalOf(states.endWithoutDeal, keeper, { negotiationId, ...ending, dueOn: '2020-01-01' })).toBe(
      'negotiations.notYet',
    )
    await done(states.endWithoutDeal, keeper, { negotiationId, ...ending })
    const [task] = await owner()`select text, assignee_id, due_on::text from tasks
      where workspace_id = ${keeper.workspaceId} and due_on = '2099-01-04'`
    expect(task?.assignee_id).toBe(keeper.id)
    expect(task?.text).not.toContain('通路')
    expect(
      JSON.stringify(
        await owner()`select input from command_log
      where workspace_id = ${keeper.workspaceId} and command = 'negotiations.endWithoutDeal'`,
      ),
    ).not.toContain('通路')
  })

  it('is moved by nobody who does not serve the account, nor by another company', async () => {
    const { colleague, negotiationId, workspace } = await aStanding()
    const assistant = await person('salesAssistant', workspace, { name: '王小美' })
    for (const event of ['prepare', 'suspend', 'resume', 'endWithoutDeal', 'close'] as const) {
      const input = { negotiationId, ...words[event] }
      expect(await refusalOf(moving(event), colleague, input)).toBe('notAllowed')
      expect(await refusalOf(moving(event), assistant, input)).toBe('notAllowed')
      expect(await refusalOf(moving(event), await newcomer('manager'), input)).toBe('notFound')
    }
  })

  it('that is a small talk has no states', async () => {
    const { keeper, negotiationId } = await aStanding()
    await owner()`update negotiations set path = 'light' where id = ${negotiationId}`
    expect(await refusalOf(states.resume, keeper, { negotiationId })).toBe('negotiations.isLight')
  })
})

describe('what a negotiation needs to go on', () => {
  it('is told to the mandate group, and nothing of it to anybody else', async () => {
    const { keeper, manager, negotiationId } = await aStanding()
    expect((await ask(standing, keeper, { negotiationId })).unmet.map(({ guard }) => guard)).toEqual([
      'checklistComplete',
      'mandateApproved',
      'alternativeGiven',
    ])
    expect(await ask(standing, manager, { negotiationId })).toMatchObject({ unmet: [], mayStop: true, mayEnd: false })
  })

  it('leaves what we do instead of a deal to the mandate group', async () => {
    const { keeper, manager, negotiationId } = await aStanding()
    await done(states.endWithoutDeal, keeper, { negotiationId, ...ending })
    expect(await ask(standing, keeper, { negotiationId })).toMatchObject({ instead: { dueOn: '2099-01-04' } })
    expect(await ask(standing, manager, { negotiationId })).toMatchObject({ instead: null, reason: '價差過大' })
  })
})
