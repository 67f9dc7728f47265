import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { messages } from '@/lib/modules/needs/messages'
import { board } from '@/lib/modules/needs/queries'
import { NeedBoard } from '@/lib/modules/needs/views/board'
import { FilterLinks } from '@/lib/modules/needs/views/filter-links'
import { NeedsNavigation } from '@/lib/modules/needs/views/navigation'
import { saidFor } from '@/lib/modules/needs/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await translator(messages))('needs') })

export default async function BoardPage({ searchParams }: PageProps<'/needs/board'>) {
  const [actor, said, address] = [await currentActor(), await saidFor(), await searchParams]
  const { owner } = address
  const known = new Set([actor.id, ...actor.reports])
  const wanted = typeof owner === 'string' ? owner.split(',').filter((each) => known.has(each)) : []
  const columns = await read(board, wanted.length > 0 ? { ownerIds: wanted } : {})
  return (
    <>
      <PageHeader title={said.word('needs')} />
      <NeedsNavigation current="/needs/board" said={said} />
      <FilterLinks me={actor.id} reports={actor.reports} said={said} address={address} path="/needs/board" />
      <NeedBoard columns={columns} rest={wanted.length > 0 ? `&owner=${wanted.join(',')}` : ''} said={said} />
    </>
  )
}
