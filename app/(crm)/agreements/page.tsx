import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { packed } from '@/lib/kernel/list-view'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translatorOf } from '@/lib/kernel/translate'
import { translator } from '@/lib/kernel/translator'
import { agreementList, list } from '@/lib/modules/agreements/list'
import { may } from '@/lib/modules/agreements/manifest'
import { adviceMessages } from '@/lib/modules/agreements/messages-advice'
import { calendarMessages } from '@/lib/modules/agreements/messages-calendar'
import { libraryMessages } from '@/lib/modules/agreements/messages-library'
import { obligationMessages } from '@/lib/modules/agreements/messages-obligations'
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
  const { locale } = said
  const ways = [
    ['/agreements/board', translatorOf(boardWords, locale)('board')],
    ['/agreements/obligations', translatorOf(obligationMessages, locale)('obligations')],
    ['/agreements/advice', translatorOf(adviceMessages, locale)('askedOfMe')],
    ['/agreements/calendar', translatorOf(calendarMessages, locale)('calendar')],
    ['/agreements/library', translatorOf(libraryMessages, locale)('library')],
    ['/agreements/kpis', translatorOf(kpiWords, locale)('library')],
  ] as const
  return (
    <>
      <PageHeader
        title={said.word('agreements')}
        actions={ways.map(([href, label]) => (
          <a key={href} className="button" href={href}>
            {label}
          </a>
        ))}
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
        page={packed(page)}
        columns={columnViews(agreementList)}
        members={members}
        mayDraft={mayDraft}
        today={said.today}
        views={<SavedViews list="agreements" path="/agreements" address={address} views={views} />}
      />
    </>
  )
}
