import type { Metadata } from 'next'
import { z } from 'zod'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { header } from '@/lib/modules/accounts/queries'
import { pageMessages } from '@/lib/modules/negotiations/messages-pages'
import { directions } from '@/lib/modules/negotiations/model'
import { OpenForm } from '@/lib/modules/negotiations/views/negotiation-forms'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pageMessages))('openNew') })

const idIn = (value: unknown) => z.uuid().safeParse(value).data

export default async function NewNegotiationPage({ searchParams }: PageProps<'/negotiations/new'>) {
  const [actor, said, address] = [await currentActor(), await saidFor(), await searchParams]
  const accountId = idIn(address.account)
  const found = accountId ? await read(header, { accountId }) : null
  return (
    <>
      <PageHeader
        title={said.t('openNew')}
        crumbs={[{ label: said.word('negotiations'), href: '/negotiations' }]}
        crumbsLabel={said.t('where')}
      />
      <OpenForm
        account={found && { id: found.account.id, name: found.account.name }}
        direction={directions.find((each) => each === address.direction) ?? 'sell'}
        me={actor.id}
      />
    </>
  )
}
