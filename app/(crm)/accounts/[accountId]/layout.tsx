import type { Metadata } from 'next'
import { mayEditAccount } from '@/lib/kernel/rights'
import { currentActor } from '@/lib/kernel/session'
import { accountHeader } from '@/lib/modules/accounts/queries-page'
import { AccountHeader } from '@/lib/modules/accounts/views/account-header'
import { AccountTabs } from '@/lib/modules/accounts/views/account-tabs'
import { ArchivedNotice } from '@/lib/modules/accounts/views/archived-notice'
import { saidFor } from '@/lib/modules/accounts/views/said'

type Params = { params: Promise<{ accountId: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { account } = await accountHeader((await params).accountId)
  return { title: { default: account.name, template: `%s · ${account.name} · Accord 商誼` } }
}

export default async function AccountLayout({ params, children }: LayoutProps<'/accounts/[accountId]'>) {
  const [header, actor, said] = await Promise.all([accountHeader((await params).accountId), currentActor(), saidFor()])
  const { account, owner, onTeam } = header
  const mayEdit = mayEditAccount(actor, { ownerId: account.ownerId, onTeam })
  const archived = account.archivedAt !== null
  return (
    <>
      <AccountHeader header={header} today={said.today} mayEdit={mayEdit} t={said.t} field={said.field} />
      {archived && <ArchivedNotice accountId={account.id} mayEdit={mayEdit} />}
      <AccountTabs id={account.id} name={account.name} subtitle={owner} mayEdit={mayEdit} archived={archived} />
      {children}
    </>
  )
}
