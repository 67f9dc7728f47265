import type { Metadata } from 'next'
import { z } from 'zod'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { header } from '@/lib/modules/accounts/queries'
import { byId as contactById } from '@/lib/modules/interactions/queries-timeline'
import { may } from '@/lib/modules/negotiations/manifest'
import { lightWords } from '@/lib/modules/negotiations/messages-light'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { TalkForm } from '@/lib/modules/negotiations/views/talk-forms'
import { termOptions } from '@/lib/modules/negotiations/views/term-options'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(lightWords))('talk') })

const idIn = (value: unknown) => z.uuid().safeParse(value).data

export default async function TalkPage({ searchParams }: PageProps<'/negotiations/talk'>) {
  const [actor, said, t, address] = [
    await currentActor(),
    await saidFor(),
    await translator(lightWords),
    await searchParams,
  ]
  const interactionId = idIn(address.interaction)
  const contact = interactionId ? await read(contactById, { interactionId }) : null
  const accountId = contact?.accountId ?? idIn(address.account)
  const found = accountId ? await read(header, { accountId }) : null
  return (
    <>
      <PageHeader
        title={t('talk')}
        meta={t('talkHint')}
        crumbs={[{ label: said.word('negotiations'), href: '/negotiations' }]}
        crumbsLabel={said.t('where')}
      />
      <TalkForm
        account={found && { id: found.account.id, name: found.account.name }}
        direction={found?.account.kind === 'supplier' ? 'buy' : 'sell'}
        interactionId={interactionId ?? null}
        termTypes={termOptions(said.locale)}
        mayOpen={isGranted(may.negotiate, actor)}
        me={actor.id}
      />
    </>
  )
}
