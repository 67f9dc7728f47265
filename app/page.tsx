import { redirect } from 'next/navigation'
import { hasRole } from '@/lib/kernel/actor'
import { currentActor } from '@/lib/kernel/session'

/** Where each role begins its day: a sales lead, who has no accounts to call, at the Review desk; everybody else at Today. */
export default async function Home() {
  const actor = await currentActor()
  redirect(hasRole(actor, 'salesLead') && !hasRole(actor, 'accountManager') ? '/review' : '/today')
}
