import { z } from 'zod'
import { dayOf } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { header } from '@/lib/modules/accounts/queries'
import { byId as personById } from '@/lib/modules/contacts/queries'
import { byId as contactById } from '@/lib/modules/interactions/queries-timeline'
import { prefillSource } from '@/lib/modules/needs/model-source'
import { ownMethods } from '@/lib/modules/needs/queries-methods'
import { HearForm } from '@/lib/modules/needs/views/need-forms'
import { saidFor } from '@/lib/modules/needs/views/said'
import { memberNames } from '@/lib/modules/workspace/queries'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await saidFor()).t('hear') })

const idIn = (value: unknown) => z.uuid().safeParse(value).data

export default async function NewNeedPage({ searchParams }: PageProps<'/needs/new'>) {
  const [actor, said, address] = [await currentActor(), await saidFor(), await searchParams]
  const interactionId = idIn(address.interaction)
  const contact = interactionId ? await read(contactById, { interactionId }) : null
  const accountId = contact?.accountId ?? idIn(address.account)
  const personId = idIn(address.person) ?? contact?.people[0]?.id
  const [account, person, members, own] = await Promise.all([
    accountId ? read(header, { accountId }) : null,
    personId ? read(personById, { personId }) : null,
    read(memberNames, {}),
    read(ownMethods, {}),
  ])
  return (
    <>
      <PageHeader title={said.t('hear')} crumbs={[{ label: said.word('needs'), href: '/needs' }]} />
      <HearForm
        account={account && { id: account.account.id, name: account.account.name }}
        members={members}
        own={own}
        me={actor.id}
        source={prefillSource({
          channel: contact?.channel ?? null,
          person: person && { id: person.id, title: person.displayName },
          interactionId: interactionId ?? null,
          heardOn: contact ? dayOf(new Date(contact.happenedAt), actor.timeZone) : null,
        })}
        draft={`needs.hear.${actor.id}.${interactionId ?? accountId ?? ''}`}
      />
    </>
  )
}
