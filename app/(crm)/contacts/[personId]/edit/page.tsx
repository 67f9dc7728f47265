import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { messages } from '@/lib/modules/contacts/messages'
import { EditPersonForm } from '@/lib/modules/contacts/views/person-forms'
import { memberNames } from '@/lib/modules/workspace/queries'
import { PageHeader } from '@/lib/ui/page-header'
import { readPerson } from '../read-person'

export async function generateMetadata({ params }: PageProps<'/contacts/[personId]/edit'>) {
  const [t, person] = [await translator(messages), await readPerson((await params).personId)]
  return { title: t('editTitle', { name: person.displayName }) }
}

export default async function EditPersonPage({ params }: PageProps<'/contacts/[personId]/edit'>) {
  const [t, actor, person] = [
    await translator(messages),
    await currentActor(),
    await readPerson((await params).personId),
  ]
  return (
    <>
      <PageHeader
        title={t('editTitle', { name: person.displayName })}
        crumbs={[{ label: person.displayName, href: `/contacts/${person.id}` }]}
      />
      <EditPersonForm
        person={person}
        members={await read(memberNames, {})}
        draft={`contacts.edit.${actor.id}.${person.id}`}
      />
    </>
  )
}
