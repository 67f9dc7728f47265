import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { roundPages } from '@/lib/modules/negotiations/messages-rounds'
import { rounds } from '@/lib/modules/negotiations/queries-rounds'
import { AtTable } from '@/lib/modules/negotiations/views/at-table'

type Props = PageProps<'/negotiations/[negotiationId]/table'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator(roundPages))('tableTitle') }
}

export default async function NegotiationTablePage({ params }: Props) {
  const [found, actor] = await Promise.all([
    read(rounds, { negotiationId: (await params).negotiationId, latest: true, latestMoves: true }),
    currentActor(),
  ])
  return <AtTable rounds={found} memberId={actor.id} timeZone={actor.timeZone} />
}
