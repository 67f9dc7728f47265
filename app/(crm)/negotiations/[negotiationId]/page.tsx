import { Overview } from '@/lib/modules/negotiations/views/overview'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { readNegotiation } from './read-negotiation'

export default async function OneNegotiationPage({ params }: PageProps<'/negotiations/[negotiationId]'>) {
  const [negotiation, said] = await Promise.all([readNegotiation((await params).negotiationId), saidFor()])
  return <Overview negotiation={negotiation} said={said} />
}
