import type { Metadata } from 'next'
import { NegotiationHead } from '@/lib/modules/negotiations/views/negotiation-head'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { readNegotiation } from './read-negotiation'

type Params = { params: Promise<{ negotiationId: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { title } = await readNegotiation((await params).negotiationId)
  return { title: { default: title, template: `%s · ${title} · Accord 商誼` } }
}

export default async function NegotiationLayout({ params, children }: LayoutProps<'/negotiations/[negotiationId]'>) {
  const [negotiation, said] = await Promise.all([readNegotiation((await params).negotiationId), saidFor()])
  return (
    <>
      <NegotiationHead negotiation={negotiation} said={said} />
      {children}
    </>
  )
}
