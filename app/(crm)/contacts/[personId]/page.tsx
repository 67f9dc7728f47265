import { PersonFacts } from '@/lib/modules/contacts/views/person-facts'
import { PersonHead } from '@/lib/modules/contacts/views/person-head'
import { PointsPanel } from '@/lib/modules/contacts/views/points-panel'
import { PostsPanel } from '@/lib/modules/contacts/views/posts-panel'
import { readPerson } from './read-person'

export async function generateMetadata({ params }: PageProps<'/contacts/[personId]'>) {
  return { title: (await readPerson((await params).personId)).displayName }
}

export default async function PersonPage({ params }: PageProps<'/contacts/[personId]'>) {
  const person = await readPerson((await params).personId)
  return (
    <>
      <PersonHead person={person} current="overview" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <PointsPanel person={person} />
          <PersonFacts person={person} />
        </div>
        <PostsPanel person={person} />
      </div>
    </>
  )
}
