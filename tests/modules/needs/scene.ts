import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { ask } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { addSource, describe, hear, quantify } from '@/lib/modules/needs/commands'
import { verify } from '@/lib/modules/needs/commands-answers'
import { byId } from '@/lib/modules/needs/queries'
import { aWorkspace, newcomer, person } from '@/tests/people'
import { anAccount, aPerson, done } from '../contacts/scene'

/** Wednesday, 6 May 2026, ten in the morning in Taipei. */
export const now = new Date('2026-05-06T02:00:00Z')
export const today = '2026-05-06'

/** An account manager, their lead, a colleague and a client with one contact. */
export async function aScene() {
  const workspace = await aWorkspace()
  const manager = await person('accountManager', workspace, { name: '林怡君' })
  const lead = await person('salesLead', workspace, { name: '張國華' })
  ;(lead.reports as string[]).push(manager.id)
  const colleague = await person('accountManager', workspace, { name: '陳志明' })
  const accountId = await anAccount(manager)
  const personId = await aPerson(manager, accountId, { title: '採購經理' })
  return { workspace, manager, lead, colleague, accountId, personId }
}
export type Scene = Awaited<ReturnType<typeof aScene>>

/** Somebody of another workspace who may do everything there. */
export const aStranger = (): Promise<Actor> => newcomer(['manager', 'administrator', 'salesLead', 'accountManager'])

export const aNeed = async ({ manager, accountId, personId }: Scene, wish: Record<string, unknown> = {}) =>
  (
    await done(
      hear,
      manager,
      {
        accountId,
        title: '中午前送達土城倉',
        kind: 'delivery',
        method: 'contacts',
        personId,
        verbatim: '十二點以後倉庫就不收了',
        heardOn: today,
        ...wish,
      },
      now,
    )
  ).id

export const needOf = (actor: Actor, needId: string, at = now) => ask(byId, actor, { needId }, at)

export const aMeasure = {
  metric: '中午前送達率',
  unit: '%',
  baseline: '72',
  target: '95',
  confidence: 'medium',
  measureSource: '土城倉收貨紀錄',
}

/** Described, measured, and seen in a second way. */
export async function aMeasuredNeed(scene: Scene, wish: Record<string, unknown> = {}) {
  const needId = await aNeed(scene, wish)
  const { manager } = scene
  await done(describe, manager, { needId, version: 1, context: '平日午後', consequence: '退貨重送' }, now)
  const { version } = await needOf(manager, needId)
  await done(quantify, manager, { needId, version, ...aMeasure }, now)
  await done(addSource, manager, { needId, method: 'observation', verbatim: '現場看到三車排隊', heardOn: today }, now)
  return needId
}

export async function aVerifiedNeed(scene: Scene, wish: Record<string, unknown> = {}) {
  const needId = await aMeasuredNeed(scene, wish)
  await done(verify, scene.colleague, { needId, checked: [] }, now)
  return needId
}

/** Reads as the actor, for functions of queries that have no name of their own. */
export const inScope = <Value>(actor: Actor, look: (look: Look) => Promise<Value>): Promise<Value> =>
  inTransaction(actor, 'read only', (tx) => look({ tx, actor, now }))
