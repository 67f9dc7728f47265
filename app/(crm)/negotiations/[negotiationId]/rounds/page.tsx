import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { offerMessages } from '@/lib/modules/negotiations/messages-offers'
import { roundPages } from '@/lib/modules/negotiations/messages-rounds'
import { rounds } from '@/lib/modules/negotiations/queries-rounds'
import { RoundPage } from '@/lib/modules/negotiations/views/round-page'
import { readPreferences } from '@/lib/ui/read-preferences'

type Props = PageProps<'/negotiations/[negotiationId]/rounds'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator(roundPages))('rounds') }
}

export default async function RoundsPage({ params, searchParams }: Props) {
  const [{ negotiationId }, asked] = await Promise.all([params, searchParams])
  const [found, t, word, { locale, calendar }] = await Promise.all([
    read(rounds, { negotiationId, latest: asked.rounds !== 'all', meeting: asked.meeting === 'new' }),
    translator(roundPages),
    translator(offerMessages),
    readPreferences(),
  ])
  return <RoundPage rounds={found} asked={asked} said={{ t, word, locale, calendar }} />
}
