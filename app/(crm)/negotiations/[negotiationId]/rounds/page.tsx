import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { roundPages } from '@/lib/modules/negotiations/messages-rounds'
import { rounds } from '@/lib/modules/negotiations/queries-rounds'
import { RoundsView } from '@/lib/modules/negotiations/views/rounds-view'

type Props = PageProps<'/negotiations/[negotiationId]/rounds'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator(roundPages))('rounds') }
}

export default async function RoundsPage({ params, searchParams }: Props) {
  const [{ negotiationId }, asked] = await Promise.all([params, searchParams])
  const found = await read(rounds, {
    negotiationId,
    latest: asked.rounds !== 'all',
    latestMoves: asked.moves !== 'all',
    meeting: asked.meeting === 'new',
  })
  return <RoundsView rounds={found} asked={asked} />
}
