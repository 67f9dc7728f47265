import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { packed } from '@/lib/kernel/list-view'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translatorOf } from '@/lib/kernel/translate'
import { translator } from '@/lib/kernel/translator'
import { noticeHref } from '@/lib/modules/agreements/views/filter-links'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { may as mayImport } from '@/lib/modules/imports/manifest'
import { boardList, list } from '@/lib/modules/kpis/list'
import { boardWords } from '@/lib/modules/kpis/messages-board'
import { breachWords } from '@/lib/modules/kpis/messages-breaches'
import { due } from '@/lib/modules/kpis/queries-board'
import { Board } from '@/lib/modules/kpis/views/board'
import { BoardCuts } from '@/lib/modules/kpis/views/board-cuts'
import { BoardDue } from '@/lib/modules/kpis/views/board-due'
import { memberNames } from '@/lib/modules/workspace/queries'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'
import { daySaid } from '@/lib/ui/reader'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(boardWords))('board') })

export default async function BoardPage({ searchParams }: PageProps<'/agreements/board'>) {
  const [actor, said, address] = [await currentActor(), await saidFor(), await searchParams]
  const [page, isDue, members, views] = await Promise.all([
    read(list, address),
    read(due, {}),
    read(memberNames, {}),
    read(savedViewsOf, { list: 'kpis' }),
  ])
  const word = translatorOf(boardWords, said.locale)
  return (
    <>
      <PageHeader
        title={word('board')}
        crumbs={[{ label: said.word('agreements'), href: '/agreements' }]}
        crumbsLabel={said.t('where')}
        actions={
          <>
            <a className="button" href="/agreements/breaches">
              {translatorOf(breachWords, said.locale)('breaches')}
            </a>
            {isGranted(mayImport.bringMeasurements, actor) && (
              <a className="button" href="/imports/new">
                {word('importValues')}
              </a>
            )}
          </>
        }
      />
      <BoardDue
        due={isDue}
        word={word}
        daySaid={(day) => daySaid(day, said)}
        today={said.today}
        noticeHref={noticeHref(said.today)}
      />
      <BoardCuts me={actor.id} reports={actor.reports} today={said.today} word={word} address={address} />
      <Board
        page={packed(page)}
        columns={columnViews(boardList)}
        members={members}
        today={said.today}
        views={<SavedViews list="kpis" path="/agreements/board" address={address} views={views} />}
      />
    </>
  )
}
