import { translator } from '@/lib/kernel/translator'
import { messages } from '@/lib/modules/contacts/messages'
import { JoinForm } from '@/lib/modules/contacts/views/post-forms'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'
import { readPerson } from '../../read-person'

export const generateMetadata = async () => ({ title: (await translator(messages))('join') })

export default async function JoinPage({ params }: PageProps<'/contacts/[personId]/posts/new'>) {
  const [t, person] = [await translator(messages), await readPerson((await params).personId)]
  return (
    <>
      <PageHeader title={t('join')} crumbs={[{ label: person.displayName, href: `/contacts/${person.id}` }]} />
      <Card>
        <JoinForm personId={person.id} />
      </Card>
    </>
  )
}
