import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { offerMessages } from '@/lib/modules/negotiations/messages-offers'
import { roundPages } from '@/lib/modules/negotiations/messages-rounds'
import { rounds } from '@/lib/modules/negotiations/queries-rounds'
import { AtTable } from '@/lib/modules/negotiations/views/at-table'
import { readPreferences } from '@/lib/ui/read-preferences'

type Props = PageProps<'/negotiations/[negotiationId]/table'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator(roundPages))('tableTitle') }
}

export default async function NegotiationTablePage({ params }: Props) {
  const [found, t, word, actor, { locale, calendar }] = await Promise.all([
    read(rounds, { negotiationId: (await params).negotiationId, latest: true }),
    translator(roundPages),
    translator(offerMessages),
    currentActor(),
    readPreferences(),
  ])
  return <AtTable rounds={found} said={{ t, word, locale, calendar }} memberId={actor.id} />
}
