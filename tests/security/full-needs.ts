import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import type { Command } from '@/lib/kernel/command'
import { perform } from '@/lib/kernel/perform'
import { addSource, describe, hear, quantify } from '@/lib/modules/needs/commands'
import { advocate } from '@/lib/modules/needs/commands-advocacy'
import { answer, verify } from '@/lib/modules/needs/commands-answers'
import { anticipate, setObjective } from '@/lib/modules/needs/commands-anticipated'
import { consult } from '@/lib/modules/needs/commands-consultation'
import { addMethod } from '@/lib/modules/needs/commands-methods'
import { planMethod } from '@/lib/modules/needs/commands-plans'
import { writeProcedure } from '@/lib/modules/needs/commands-procedures'
import { addVoice } from '@/lib/modules/needs/commands-voices'

async function done<I extends z.ZodType, O>(command: Command<I, O>, actor: Actor, input: unknown): Promise<O> {
  const result = await perform(command, actor, input)
  if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.refusal.fields)} ${result.refusal.code}`)
  return result.value
}

type About = { actor: Actor; colleague: Actor; accountId: string; personId: string; interactionId: string }

/** One of everything about needs: the colleague writes a need down, the actor makes sure of it. */
export async function fullNeeds({ actor, colleague, accountId, personId, interactionId }: About) {
  const { id: methodId } = await done(addMethod, actor, { name: '門市日誌', basis: 'observation' })
  const said = { method: 'contacts', personId, interactionId, verbatim: '十二點以後不收' }
  const heard = { accountId, title: '中午前送達', kind: 'delivery', ...said }
  const { id: needId } = await done(hear, colleague, heard)
  await done(describe, colleague, { needId, version: 1, context: '午後', consequence: '退貨' })
  const measure = { metric: '送達率', unit: '%', baseline: '72', target: '95', confidence: 'low' }
  await done(quantify, colleague, { needId, version: 99, ...measure })
  const { sourceId } = await done(addSource, colleague, { needId, methodId, method: 'staff', verbatim: '排隊' })
  await done(verify, actor, { needId, checked: [] })
  const asked = { audience: '物流部', ask: '增車次', ownerId: colleague.id, dueOn: '2099-01-05' }
  const { advocacyId } = await done(advocate, actor, { needId, ...asked })
  const { answerId } = await done(answer, actor, { needId, text: '處理中' })
  const reviews = [{ needId, outcome: 'valid', words: '' }]
  const { id: consultationId } = await done(consult, actor, { accountId, personId, channel: 'call', reviews })
  const step = { method: 'staff', why: '看實況', memberId: actor.id, dueOn: '2099-01-05' }
  const { id: stepId } = await done(planMethod, actor, { accountId, ...step })
  const expected = { title: '環保包材', horizonOn: '2099-01-05', probability: '40' }
  const { id: anticipatedId } = await done(anticipate, actor, { accountId, ...expected })
  const objective = { title: '樣品', measure: '三款', ownerId: actor.id, dueOn: '2099-01-05' }
  const { id: objectiveId } = await done(setObjective, actor, { accountId, ...objective })
  const voice = { accountId, saidOn: '2026-05-01', product: '腰果', words: '封口難撕' }
  const { id: voiceId } = await done(addVoice, actor, voice)
  const words = { title: '查證', body: '核對', checklist: '核對紀錄' }
  const { id: procedureVersionId } = await done(writeProcedure, actor, { kind: 'quality', ...words })
  return {
    ids: {
      needId,
      sourceId,
      advocacyId,
      answerId,
      consultationId,
      stepId,
      anticipatedId,
      objectiveId,
      voiceId,
      methodId,
      procedureVersionId,
    },
    input: {
      'needs.hear': { ...heard, kind: 'price' },
      'needs.edit': { version: 99, title: '上午送達' },
      'needs.describe': { version: 99, context: '平日', consequence: '斷貨' },
      'needs.quantify': { version: 99, ...measure, target: '98' },
      'needs.addSource': { ...said, method: 'observation' },
      'needs.feed': { feeds: ['kpi'] },
      'needs.close': { outcome: 'met' },
      'needs.verify': { checked: [] },
      'needs.answer': { text: '七月起改善' },
      'needs.advocate': asked,
      'needs.decide': { decision: 'accepted' },
      'needs.consult': { channel: 'visit', reviews },
      'needs.planMethod': step,
      'needs.editStep': { version: 99, ...step, why: '再看' },
      'needs.setAim': { aim: '了解缺貨' },
      'needs.anticipate': expected,
      'needs.pursue': objective,
      'needs.leave': { because: '無預算' },
      'needs.setObjective': objective,
      'needs.reach': { result: '完成' },
      'needs.addVoice': voice,
      'needs.groupVoices': { voiceIds: [voiceId], title: '好撕' },
    },
  }
}
