import { notFound } from 'next/navigation'
import { dayOf } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { messages } from '@/lib/modules/contacts/messages'
import { peopleOf } from '@/lib/modules/contacts/queries-people'
import { EditPostForm, LeaveForm, MoveForm } from '@/lib/modules/contacts/views/post-forms'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'
import { readPerson } from '../../read-person'

export const generateMetadata = async () => ({ title: (await translator(messages))('editPost') })

export default async function PostPage({ params }: PageProps<'/contacts/[personId]/posts/[affiliationId]'>) {
  const { personId, affiliationId } = await params
  const [t, actor, person] = [await translator(messages), await currentActor(), await readPerson(personId)]
  const post = person.posts.find((each) => each.id === affiliationId && each.toDay === null)
  if (!post) notFound()
  const { here } = await read(peopleOf, { accountId: post.account.id })
  const today = dayOf(new Date(), actor.timeZone)
  return (
    <>
      <PageHeader
        title={`${person.displayName} · ${post.account.name}`}
        crumbs={[{ label: person.displayName, href: `/contacts/${personId}` }]}
      />
      <div className="grid gap-4">
        <Card title={t('editPost')}>
          <EditPostForm personId={personId} post={post} colleagues={here} />
        </Card>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Card title={t('leaveTitle')}>
            <LeaveForm personId={personId} post={post} today={today} />
          </Card>
          <Card title={t('moveTitle')}>
            <MoveForm personId={personId} post={post} today={today} />
          </Card>
        </div>
      </div>
    </>
  )
}
