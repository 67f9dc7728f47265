import { read } from '@/lib/kernel/read'
import { standing } from '@/lib/modules/negotiations/queries-standing'
import { Overview } from '@/lib/modules/negotiations/views/overview'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { readNegotiation } from './read-negotiation'

export default async function OneNegotiationPage({ params }: PageProps<'/negotiations/[negotiationId]'>) {
  const { negotiationId } = await params
  const [negotiation, found, said] = await Promise.all([
    readNegotiation(negotiationId),
    read(standing, { negotiationId }),
    saidFor(),
  ])
  return <Overview negotiation={negotiation} standing={negotiation.path === 'formal' ? found : null} said={said} />
}
