import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { addObligation } from '@/lib/modules/agreements/commands-obligations'
import { ofAgreement } from '@/lib/modules/agreements/queries-obligations'
import { store } from '@/lib/modules/files/commands'
import { done } from '../terms/scene'
import { aScene, executedAgreement, look } from './scene'

/** A file of the actor's own, to prove something with. */
export const aFile = async (actor: Actor, name = '證明.txt') =>
  (await done(store, actor, { name, content: new TextEncoder().encode(`${name} 已完成`) })).id

/** The scene's agreement, signed by both sides; in force when its first day is reached on the day of signing. */
export async function inForce<S extends Awaited<ReturnType<typeof aScene>>>(scene: S, agreementId: string, now?: Date) {
  const agreementVersionId = (await look(scene.keeper, agreementId)).latest.id
  await executedAgreement({ ...scene, agreementId, agreementVersionId }, now ? { now } : {})
}

/** The scene's agreement, signed and in force. */
export async function anActiveScene() {
  const scene = await aScene()
  await inForce(scene, scene.agreementId)
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
