import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translatorOf } from '@/lib/kernel/translate'
import { translator } from '@/lib/kernel/translator'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { breaches, breachList } from '@/lib/modules/kpis/list-breaches'
import { boardWords } from '@/lib/modules/kpis/messages-board'
import { breachWords } from '@/lib/modules/kpis/messages-breaches'
import { BreachTable } from '@/lib/modules/kpis/views/breach-table'
import { memberNames } from '@/lib/modules/workspace/queries'
import { CutLinks } from '@/lib/ui/cut-links'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(breachWords))('breaches') })

const path = '/agreements/breaches'
const alive = 'open,acknowledged,actionPlanned,inProgress,verified'

export default async function BreachesPage({ searchParams }: PageProps<'/agreements/breaches'>) {
  const [actor, said, asked] = [await currentActor(), await saidFor(), await searchParams]
  const address = asked.state === undefined ? { ...asked, state: alive } : asked
  const [page, members] = await Promise.all([read(breaches, address), read(memberNames, {})])
  const word = translatorOf(breachWords, said.locale)
  const links = [
    { href: `${path}?state=${alive}`, label: word('alive') },
    { href: `${path}?state=${alive}&owner=${actor.id}`, label: word('ofMine') },
    { href: `${path}?state=${alive},closed,void`, label: word('all') },
  ]
  return (
    <>
      <PageHeader
        title={word('breaches')}
        crumbs={[
          { label: said.word('agreements'), href: '/agreements' },
          { label: translatorOf(boardWords, said.locale)('board'), href: '/agreements/board' },
        ]}
        crumbsLabel={said.t('where')}
      />
      <CutLinks label={word('breachCuts')} path={path} links={links} address={address} />
      <BreachTable page={page} columns={columnViews(breachList)} members={members} />
    </>
  )
}
