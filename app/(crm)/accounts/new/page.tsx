import type { Metadata } from 'next'
import { hasRole } from '@/lib/kernel/actor'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pages, words } from '@/lib/modules/accounts/messages'
import { openingChoices } from '@/lib/modules/accounts/queries-record'
import { OpenForm } from '@/lib/modules/accounts/views/account-forms'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('newAccount') })

export default async function NewAccountPage() {
  const [t, field, actor] = [await translator(pages), await translator(words), await currentActor()]
  const { tiers, members } = await read(openingChoices, {})
  const owns = hasRole(actor, 'accountManager', 'salesLead', 'manager', 'administrator')
  return (
    <>
      <PageHeader
        title={t('newAccount')}
        meta={t('newAccountHint')}
        crumbs={[{ label: field('accounts'), href: '/accounts' }]}
      />
      <OpenForm tiers={tiers} members={members} ownerRequired={!owns} draft={`accounts.open.${actor.id}`} />
    </>
  )
}
