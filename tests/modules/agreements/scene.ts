import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { draft } from '@/lib/modules/agreements/commands'
import { byId } from '@/lib/modules/agreements/queries'
import { person } from '@/tests/people'
import { aScene as aTermsScene, done, noon } from '../terms/scene'

/** The annual contract of the worked example: twelve months, ninety days of notice. */
export const annual = {
  kind: 'annualTerms',
  title: '2026 年度合約',
  startsOn: '2026-01-01',
  months: '12',
  noticeCount: '90',
  theirName: '大安食品股份有限公司',
}
export const drafted = noon('2025-12-01')

/** A company whose account manager drafted the annual contract with one client; legal has no part in the account. */
export async function aScene() {
  const scene = await aTermsScene()
  const legal = await person('specialist', scene.workspace, { name: '王律師', disciplines: ['legal'] })
  const { accountId } = scene
  const { agreementId } = await done(draft, scene.keeper, { accountId, ...annual }, drafted)
  const { latest } = await look(scene.keeper, agreementId)
  return { ...scene, legal, agreementId, agreementVersionId: latest.id }
}

export const look = (actor: Actor, agreementId: string, now = drafted) => ask(byId, actor, { agreementId }, now)
