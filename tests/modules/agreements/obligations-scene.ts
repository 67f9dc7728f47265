import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { addObligation } from '@/lib/modules/agreements/commands-obligations'
import { ofAgreement } from '@/lib/modules/agreements/queries-obligations'
import { store } from '@/lib/modules/files/commands'
import { owner } from '@/tests/people'
import { done } from '../terms/scene'
import { aScene } from './scene'

/** A file of the actor's own, to prove something with. */
export const aFile = async (actor: Actor, name = '證明.txt') =>
  (await done(store, actor, { name, content: new TextEncoder().encode(`${name} 已完成`) })).id

/** The scene's agreement as it is when it was signed and its first day is reached. */
export async function anActiveScene() {
  const scene = await aScene()
  await owner()`update agreements set state = 'active', active_since = '2026-01-01', executed_on = '2025-12-20'
    where id = ${scene.agreementId}`
  return scene
}

/** A monthly report that we owe, handed in by the keeper and accepted by somebody else. */
export const monthly = (ownerId: string) => ({
  party: 'us',
  kind: 'report',
  text: '各門市當月銷售報表',
  ownerId,
  schedule: 'recurring',
  everyMonths: '1',
  firstDueOn: '2026-01-31',
  dayRule: 'following',
})

export const owed = (actor: Actor, agreementId: string, input: object, now: Date) =>
  done(addObligation, actor, { agreementId, ...input }, now)

/** The agreement's obligations as its page shows them. */
export const obligationsOf = async (actor: Actor, agreementId: string, now: Date) =>
  (await ask(ofAgreement, actor, { agreementId }, now)).obligations

/** The first due day of the only obligation. */
export async function firstDay(actor: Actor, agreementId: string, now: Date) {
  const [day] = (await obligationsOf(actor, agreementId, now))[0]?.occurrences ?? []
  if (!day) throw new Error('nothing is laid out')
  return day
}
