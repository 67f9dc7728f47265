import type { Metadata } from 'next'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { contactColumns, contactLog } from '@/lib/modules/interactions/list'
import { may } from '@/lib/modules/interactions/manifest'
import { timelineMessages } from '@/lib/modules/interactions/messages-timeline'
import { byId } from '@/lib/modules/interactions/queries-timeline'
import { ContactPeek } from '@/lib/modules/interactions/views/contact-peek'
import { ContactTable } from '@/lib/modules/interactions/views/contact-table'
import { saidFor } from '@/lib/modules/interactions/views/said'
import { memberNames } from '@/lib/modules/workspace/queries'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

const title = async () => (await translator(timelineMessages))('contactLog')
export const generateMetadata = async (): Promise<Metadata> => ({ title: await title() })

export default async function ContactLogPage({ searchParams }: PageProps<'/interactions'>) {
  const [address, actor, said] = [await searchParams, await currentActor(), await saidFor()]
  const [page, members, views, peeked] = await Promise.all([
    read(contactLog, { ...address }),
    read(memberNames, {}),
    read(savedViewsOf, { list: 'interactions' }),
    typeof address.peek === 'string' ? read(byId, { interactionId: address.peek }) : null,
  ])
  const mayLog = isGranted(may.log, actor)
  const ways = (
    <a className="button" href="/interactions/tasks">
      {said.t('mySteps')}
    </a>
  )
  const logIt = (
    <a className="button primary" href="/interactions/new">
      {said.t('logContact')}
    </a>
  )
  return (
    <>
      <PageHeader title={await title()} actions={ways} primary={mayLog && logIt} />
      <ContactTable
        page={page}
        columns={contactColumns}
        members={members}
        mayLog={mayLog}
        today={said.today}
        views={<SavedViews list="interactions" path="/interactions" address={address} views={views} />}
        peek={peeked && <ContactPeek contact={peeked} said={said} />}
      />
    </>
  )
}
