import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translatorOf } from '@/lib/kernel/translate'
import { translator } from '@/lib/kernel/translator'
import { agreementList, list } from '@/lib/modules/agreements/list'
import { may } from '@/lib/modules/agreements/manifest'
import { adviceMessages } from '@/lib/modules/agreements/messages-advice'
import { libraryMessages } from '@/lib/modules/agreements/messages-library'
import { words } from '@/lib/modules/agreements/messages-words'
import { AgreementTable } from '@/lib/modules/agreements/views/agreement-table'
import { FilterLinks } from '@/lib/modules/agreements/views/filter-links'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { words as kpiWords } from '@/lib/modules/kpis/messages'
import { boardWords } from '@/lib/modules/kpis/messages-board'
import { memberNames } from '@/lib/modules/workspace/queries'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(words))('agreements') })

export default async function AgreementsPage({ searchParams }: PageProps<'/agreements'>) {
  const [actor, said, address] = [await currentActor(), await saidFor(), await searchParams]
  const [page, members, views] = await Promise.all([
    read(list, address),
    read(memberNames, {}),
    read(savedViewsOf, { list: 'agreements' }),
  ])
  const mayDraft = isGranted(may.draft, actor)
  return (
    <>
      <PageHeader
        title={said.word('agreements')}
        actions={
          <>
            <a className="button" href="/agreements/board">
              {translatorOf(boardWords, said.locale)('board')}
            </a>
            <a className="button" href="/agreements/advice">
              {translatorOf(adviceMessages, said.locale)('askedOfMe')}
            </a>
            <a className="button" href="/agreements/library">
              {translatorOf(libraryMessages, said.locale)('library')}
            </a>
            <a className="button" href="/agreements/kpis">
              {translatorOf(kpiWords, said.locale)('library')}
            </a>
          </>
        }
        primary={
          mayDraft && (
            <a className="button primary" href="/agreements/new">
              {said.t('openNew')}
            </a>
          )
        }
      />
      <FilterLinks me={actor.id} reports={actor.reports} said={said} address={address} />
      <AgreementTable
        page={page}
        columns={columnViews(agreementList)}
        members={members}
        mayDraft={mayDraft}
        today={said.today}
        views={<SavedViews list="agreements" path="/agreements" address={address} views={views} />}
      />
    </>
  )
}
