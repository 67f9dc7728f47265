import { open } from '@/lib/modules/negotiations/commands'
import { person } from '@/tests/people'
import { aScene as aTermsScene, done } from '../terms/scene'

export const annual = { kind: 'annualTerms', title: '明年度交易條件', purpose: '以條件換得端架陳列' }

/** A company whose account manager negotiates the annual terms with one client; logistics has no part in it. */
export async function aScene() {
  const scene = await aTermsScene()
  const logistics = await person('specialist', scene.workspace, { name: '吳柏翰', disciplines: ['logistics'] })
  const { negotiationId } = await done(open, scene.keeper, { accountId: scene.accountId, direction: 'sell', ...annual })
  return { ...scene, logistics, negotiationId }
}
export type Scene = Awaited<ReturnType<typeof aScene>>
