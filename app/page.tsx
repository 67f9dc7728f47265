import { redirect } from 'next/navigation'
import { hasRole } from '@/lib/kernel/actor'
import { currentActor } from '@/lib/kernel/session'

/**
 * Where each role begins its day: a sales lead, who has no accounts to call, at the Review desk; a manager at the KPI board;
 * everybody else at Today.
 */
export default async function Home() {
  const actor = await currentActor()
  if (hasRole(actor, 'accountManager')) redirect('/today')
  if (hasRole(actor, 'salesLead')) redirect('/review')
  redirect(hasRole(actor, 'manager') && !hasRole(actor, 'administrator') ? '/agreements/board' : '/today')
}
