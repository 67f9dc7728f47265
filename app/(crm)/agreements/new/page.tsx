import type { Metadata } from 'next'
import { z } from 'zod'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pageMessages } from '@/lib/modules/agreements/messages-pages'
import { proposed } from '@/lib/modules/agreements/queries-proposed'
import { DraftForm } from '@/lib/modules/agreements/views/agreement-forms'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { memberNames } from '@/lib/modules/workspace/queries'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pageMessages))('openNew') })

export default async function NewAgreementPage({ searchParams }: PageProps<'/agreements/new'>) {
  const [actor, said, address] = [await currentActor(), await saidFor(), await searchParams]
  const accountId = z.uuid().safeParse(address.account).data ?? null
  const talk = z.uuid().safeParse(address.negotiation).data ?? null
  const [{ account, facts, negotiations }, members] = await Promise.all([
    read(proposed, { accountId }),
    read(memberNames, {}),
  ])
  return (
    <>
      <PageHeader
        title={said.t('openNew')}
        crumbs={[{ label: said.word('agreements'), href: '/agreements' }]}
        crumbsLabel={said.t('where')}
      />
      <DraftForm
        account={account}
        facts={facts}
        members={members.filter(({ id }) => id !== actor.id)}
        talks={negotiations}
        talk={negotiations.some(({ id }) => id === talk) ? talk : null}
        me={actor.id}
      />
    </>
  )
}
