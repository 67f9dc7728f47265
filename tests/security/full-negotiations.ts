import type { Actor } from '@/lib/kernel/actor'
import { open } from '@/lib/modules/negotiations/commands'
import { answer, askColleague } from '@/lib/modules/negotiations/commands-inputs'
import { setThresholds, talk } from '@/lib/modules/negotiations/commands-light'
import { planConcessions } from '@/lib/modules/negotiations/commands-plan'
import type { NegotiationState } from '@/lib/modules/negotiations/model-states'
import { guardsOf } from '@/lib/modules/negotiations/rules-states'
import { meet, putInState } from '@/tests/modules/negotiations/standing'
import { done } from '@/tests/modules/terms/scene'
import { fullOutcome } from './full-outcome'
import { fullPreparation } from './full-preparation'
import { fullResults } from './full-results'
import { fullRounds } from './full-rounds'
import { fullTable } from './full-table'

const about = { kind: 'annualTerms', title: '明年度交易條件', purpose: '換得端架陳列', objective: null }
const small = { asked: '每箱降 2 元', gave: '降 1 元', got: '多訂 200 箱', result: 'partly' }
const question = { kind: 'input', question: '每週能補貨幾次？', dueOn: '2099-12-31', required: 'true' }
const plan = { reservation: '40', atOnce: '10', exponent: '1', rounds: '5' }

type People = { actor: Actor; colleague: Actor; accountId: string }

/** A negotiation in which everything exists once, with a right input for each of its commands. */
export async function fullNegotiations({ actor, colleague, accountId }: People) {
  const { negotiationId } = await done(open, actor, { accountId, direction: 'sell', ...about })
  const colleagues = await done(open, colleague, { accountId, direction: 'buy', ...about })
  const { inputId } = await done(askColleague, colleague, { negotiationId, askedOf: actor.id, ...question })
  const ofActor = await done(askColleague, actor, { negotiationId, askedOf: colleague.id, ...question })
  const answered = await done(askColleague, actor, { negotiationId, askedOf: colleague.id, ...question })
  await done(answer, colleague, { ...answered, answer: '三次', stance: 'support' })
  const table = await fullTable({ actor, colleague, negotiationId })
  const rounds = await fullRounds({ actor, accountId })
  await done(planConcessions, actor, { negotiationId, ...plan })
  const results = await fullResults({ actor, colleague, accountId })
  await done(setThresholds, actor, { formalFrom: '5000000', noticeDays: '2' })
  const ready = await aPrepared(actor, accountId)
  const preparation = await fullPreparation({ actor, accountId, negotiationId })
  return {
    ids: { negotiationId, inputId, ...table.ids, ...preparation.ids, ...rounds.ids, ...results.ids },
    input: {
      ...preparation.input,
      'negotiations.open': { direction: 'buy', ...about },
      'negotiations.edit': about,
      'negotiations.askColleague': { askedOf: colleague.id, ...question },
      'negotiations.acceptInput': {},
      'negotiations.answer': { answer: '兩次', stance: 'concern', fileId: null },
      'negotiations.declineInput': { because: '休假' },
      'negotiations.cancelInput': ofActor,
      'negotiations.dispose': { ...answered, disposition: 'adopted' },
      'negotiations.waive': { ...colleagues, reason: '明天就要談' },
      'negotiations.planConcessions': plan,
      ...table.input,
      ...rounds.input,
      ...(await fullOutcome({ actor, accountId })),
      ...results.input,
      'negotiations.talk': { direction: 'sell', kind: 'price', ...small, productId: null, interactionId: null },
      'negotiations.editTalk': { ...(await done(talk, actor, { accountId, ...small })), ...small },
      'negotiations.setThresholds': { formalFrom: '5000000', noticeDays: '2' },
      'negotiations.prepare': { negotiationId: ready },
      'negotiations.suspend': { reason: '等對方董事會' },
      'negotiations.resume': { negotiationId: await anotherIn('suspended', actor, accountId) },
      'negotiations.endWithoutDeal': { reason: '價差過大', nextStep: '改供其他通路', dueOn: '2099-01-04' },
      'negotiations.close': { negotiationId: await anotherIn('documented', actor, accountId) },
    },
  }
}

/** One that may become ready. */
async function aPrepared(actor: Actor, accountId: string) {
  const { negotiationId } = await done(open, actor, { accountId, ...about })
  await meet({ negotiationId, memberId: actor.id }, guardsOf('planning', 'prepare'))
  return negotiationId
}

/** One that has come as far as this state, with what closing asks for. */
async function anotherIn(state: NegotiationState, actor: Actor, accountId: string) {
  const { negotiationId } = await done(open, actor, { accountId, ...about })
  await meet({ negotiationId, memberId: actor.id }, guardsOf('documented', 'close'))
  await putInState(negotiationId, state)
  return negotiationId
}
