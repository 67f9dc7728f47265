import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { messages } from '@/lib/modules/contacts/messages'
import { PersonFacts } from '@/lib/modules/contacts/views/person-facts'
import { PersonHead } from '@/lib/modules/contacts/views/person-head'
import { PointsPanel } from '@/lib/modules/contacts/views/points-panel'
import { PostsPanel } from '@/lib/modules/contacts/views/posts-panel'
import { ofPerson } from '@/lib/modules/interactions/queries-timeline'
import { saidFor } from '@/lib/modules/interactions/views/said'
import { Timeline } from '@/lib/modules/interactions/views/timeline'
import { Card } from '@/lib/ui/card'
import { readPerson } from './read-person'

export async function generateMetadata({ params }: PageProps<'/contacts/[personId]'>) {
  return { title: (await readPerson((await params).personId)).displayName }
}

export default async function PersonPage({ params, searchParams }: PageProps<'/contacts/[personId]'>) {
  const [{ personId }, address] = await Promise.all([params, searchParams])
  const [t, said, person, contacts] = await Promise.all([
    translator(messages),
    saidFor(),
    readPerson(personId),
    read(ofPerson, { ...address, personId }),
  ])
  return (
    <>
      <PersonHead person={person} current="overview" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <PointsPanel person={person} />
          <PersonFacts person={person} />
        </div>
        <div className="grid gap-4">
          <PostsPanel person={person} />
          <Card title={t('onFile')}>
            <Timeline {...contacts} said={said} withAccount />
          </Card>
        </div>
      </div>
    </>
  )
}
