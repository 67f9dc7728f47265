import { z } from 'zod'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { header } from '@/lib/modules/accounts/queries'
import { messages } from '@/lib/modules/contacts/messages'
import { peopleOf } from '@/lib/modules/contacts/queries-people'
import { NewPersonForm } from '@/lib/modules/contacts/views/person-forms'
import { memberNames } from '@/lib/modules/workspace/queries'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await translator(messages))('add') })

export default async function NewContactPage({ searchParams }: PageProps<'/contacts/new'>) {
  const [t, actor, address] = [await translator(messages), await currentActor(), await searchParams]
  const accountId = z.uuid().safeParse(address.account).data
  const found = accountId ? await read(header, { accountId }) : null
  const people = accountId ? await read(peopleOf, { accountId }) : null
  return (
    <>
      <PageHeader title={t('add')} crumbs={[{ label: t('contacts'), href: '/contacts' }]} />
      <NewPersonForm
        account={found && { id: found.account.id, name: found.account.name }}
        slot={typeof address.slot === 'string' ? address.slot : null}
        colleagues={people?.here ?? []}
        members={await read(memberNames, {})}
        draft={`contacts.add.${actor.id}.${accountId ?? ''}`}
      />
    </>
  )
}
