import { read } from '@/lib/kernel/read'
import { history } from '@/lib/modules/contacts/queries-history'
import { PersonHistory } from '@/lib/modules/contacts/views/history'
import { PersonHead } from '@/lib/modules/contacts/views/person-head'
import { readPerson } from '../read-person'

export async function generateMetadata({ params }: PageProps<'/contacts/[personId]/history'>) {
  return { title: (await readPerson((await params).personId)).displayName }
}

export default async function PersonHistoryPage(props: PageProps<'/contacts/[personId]/history'>) {
  const [{ personId }, { before }] = [await props.params, await props.searchParams]
  const person = await readPerson(personId)
  const { entries, older } = await read(history, { personId, before })
  const mayRestore = person.mayEdit && !person.archived
  return (
    <>
      <PersonHead person={person} current="history" />
      <PersonHistory personId={personId} entries={entries} older={older} mayRestore={mayRestore} />
    </>
  )
}
