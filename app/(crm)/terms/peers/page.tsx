import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { termPages } from '@/lib/modules/terms/messages-pages'
import { catalogue, peers } from '@/lib/modules/terms/queries'
import { HubTabs } from '@/lib/modules/terms/views/hub-tabs'
import { PeersView } from '@/lib/modules/terms/views/peers-view'
import { saidFor } from '@/lib/modules/terms/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(termPages))('peers') })

const known = ['code', 'segment', 'direction'] as const

export default async function PeersPage({ searchParams }: PageProps<'/terms/peers'>) {
  const [address, said] = [await searchParams, await saidFor()]
  const asked = Object.fromEntries(known.flatMap((name) => (address[name] ? [[name, address[name]]] : [])))
  const [found, { types }] = await Promise.all([read(peers, asked), read(catalogue, {})])
  return (
    <>
      <PageHeader title={said.t('peers')} />
      <HubTabs at="peers" mayCompare said={said} />
      <PeersView peers={found} types={types} said={said} />
    </>
  )
}
