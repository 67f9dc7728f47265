import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { packed } from '@/lib/kernel/list-view'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translatorOf } from '@/lib/kernel/translate'
import { translator } from '@/lib/kernel/translator'
import { list, negotiationList } from '@/lib/modules/negotiations/list'
import { may } from '@/lib/modules/negotiations/manifest'
import { lightWords } from '@/lib/modules/negotiations/messages-light'
import { words } from '@/lib/modules/negotiations/messages-words'
import { FilterLinks } from '@/lib/modules/negotiations/views/filter-links'
import { NegotiationsHub } from '@/lib/modules/negotiations/views/hub'
import { NegotiationTable } from '@/lib/modules/negotiations/views/negotiation-table'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { memberNames } from '@/lib/modules/workspace/queries'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(words))('negotiations') })

export default async function NegotiationsPage({ searchParams }: PageProps<'/negotiations'>) {
  const [actor, said, address] = [await currentActor(), await saidFor(), await searchParams]
  const [page, members, views] = await Promise.all([
    read(list, address),
    read(memberNames, {}),
    read(savedViewsOf, { list: 'negotiations' }),
  ])
  const mayOpen = isGranted(may.negotiate, actor)
  return (
    <>
      <PageHeader
        title={said.word('negotiations')}
        actions={
          isGranted(may.talk, actor) && (
            <a className="button" href="/negotiations/talk">
              {translatorOf(lightWords, said.locale)('talk')}
            </a>
          )
        }
        primary={
          mayOpen && (
            <a className="button primary" href="/negotiations/new">
              {said.t('openNew')}
            </a>
          )
        }
      />
      <NegotiationsHub current="/negotiations" said={said} />
      <FilterLinks me={actor.id} reports={actor.reports} said={said} address={address} />
      <NegotiationTable
        page={packed(page)}
        columns={columnViews(negotiationList)}
        members={members}
        mayOpen={mayOpen}
        today={said.today}
        views={<SavedViews list="negotiations" path="/negotiations" address={address} views={views} />}
      />
    </>
  )
}
