import type { Metadata } from 'next'
import { z } from 'zod'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { find } from '@/lib/modules/accounts/queries'
import { timelineMessages } from '@/lib/modules/interactions/messages-timeline'
import { prefill } from '@/lib/modules/interactions/queries'
import { NewContactForm } from '@/lib/modules/interactions/views/contact-form'
import { PageHeader } from '@/lib/ui/page-header'

const words = () => translator(timelineMessages)
export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words())('newTitle') })

export default async function NewContactPage({ searchParams }: PageProps<'/interactions/new'>) {
  const [t, actor, address] = [await words(), await currentActor(), await searchParams]
  const [accountId, personId] = [z.uuid().safeParse(address.account).data, z.uuid().safeParse(address.person).data]
  const known = await read(prefill, { accountId, personId })
  const asked = accountId || personId ? known : { ...known, account: null, people: [] }
  const { groups } = await read(find, {})
  const own = asked.account ? [] : groups.flatMap(({ items }) => items.map(({ id, title }) => ({ id, name: title })))
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        meta={t('newText')}
        crumbs={[{ label: t('contactLog'), href: '/interactions' }]}
      />
      <NewContactForm prefill={asked} own={own} draft={`interactions.log.${actor.id}.${accountId ?? ''}`} />
    </>
  )
}
