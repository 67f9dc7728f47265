import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor, readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { list, peopleList } from '@/lib/modules/contacts/list'
import { may } from '@/lib/modules/contacts/manifest'
import { messages } from '@/lib/modules/contacts/messages'
import { byId } from '@/lib/modules/contacts/queries'
import { PeekOfPerson } from '@/lib/modules/contacts/views/peek'
import { PeopleTable } from '@/lib/modules/contacts/views/people-table'
import { memberNames } from '@/lib/modules/workspace/queries'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await translator(messages))('contacts') })

export default async function ContactsPage({ searchParams }: PageProps<'/contacts'>) {
  const [t, actor, locale, address] = [
    await translator(messages),
    await currentActor(),
    await readerLocale(),
    await searchParams,
  ]
  const sorted = { sort: locale === 'zh-TW' ? 'stroke' : 'name', ...address }
  const [page, members, views, peeked] = await Promise.all([
    read(list, sorted),
    read(memberNames, {}),
    read(savedViewsOf, { list: 'contacts' }),
    typeof address.peek === 'string' ? read(byId, { personId: address.peek }) : null,
  ])
  const mayAdd = isGranted(may.edit, actor)
  const add = (
    <a className="button primary" href="/contacts/new">
      {t('add')}
    </a>
  )
  return (
    <>
      <PageHeader title={t('contacts')} primary={mayAdd && add} />
      <PeopleTable
        page={page}
        columns={columnViews(peopleList)}
        members={members}
        mayAdd={mayAdd}
        views={<SavedViews list="contacts" path="/contacts" address={address} views={views} />}
        peek={peeked && <PeekOfPerson person={peeked} />}
      />
    </>
  )
}
