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

/** Signs what is drafted, as it was when the last one had signed; it is in force when its first day is reached. */
export async function signedOn(agreementId: string, day: string, state: 'executed' | 'active' = 'active') {
  const sql = owner()
  await sql`update agreement_versions set state = 'executed', executed_on = ${day}, recorded_at = ${`${day}T04:00:00Z`}
    where agreement_id = ${agreementId} and state = 'draft'`
  await sql`insert into agreement_timeline (workspace_id, id, agreement_id, version_id, from_day)
    select workspace_id, gen_random_uuid(), agreement_id, id, valid_from from agreement_versions
    where agreement_id = ${agreementId} and number = 1`
  await sql`update agreements a set state = ${state}, executed_on = ${day}, active_since = a.starts_on,
    current_version_id = v.id from agreement_versions v
    where a.id = ${agreementId} and v.agreement_id = a.id and v.number = 1`
}

/** The scene's agreement, signed and in force. */
export async function anActiveScene() {
  const scene = await aScene()
  await signedOn(scene.agreementId, '2025-12-20')
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
