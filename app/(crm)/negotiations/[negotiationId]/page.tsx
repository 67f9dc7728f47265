import { read } from '@/lib/kernel/read'
import { standing } from '@/lib/modules/negotiations/queries-standing'
import { Overview } from '@/lib/modules/negotiations/views/overview'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { readNegotiation } from './read-negotiation'

type Props = PageProps<'/negotiations/[negotiationId]'>

export default async function OneNegotiationPage({ params, searchParams }: Props) {
  const [{ negotiationId }, { step }] = await Promise.all([params, searchParams])
  const [negotiation, found, said] = await Promise.all([
    readNegotiation(negotiationId),
    read(standing, { negotiationId }),
    saidFor(),
  ])
  return (
    <Overview
      negotiation={negotiation}
      standing={negotiation.path === 'formal' ? found : null}
      step={typeof step === 'string' ? step : null}
      said={said}
    />
  )
}
