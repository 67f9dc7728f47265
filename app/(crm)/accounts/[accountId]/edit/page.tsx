import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pages } from '@/lib/modules/accounts/messages'
import { profile } from '@/lib/modules/accounts/queries-record'
import { EditForm } from '@/lib/modules/accounts/views/account-forms'
import { AddressPanel, ExternalIdPanel } from '@/lib/modules/accounts/views/address-panel'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('edit') })

export default async function EditAccountPage({ params }: PageProps<'/accounts/[accountId]/edit'>) {
  const { accountId } = await params
  const [known, actor] = [await read(profile, { accountId }), await currentActor()]
  if (!known.mayEdit || known.account.archivedAt) notFound()
  return (
    <div className="flex flex-col gap-5">
      <EditForm profile={known} draft={`accounts.edit.${actor.id}.${accountId}`} />
      <AddressPanel accountId={accountId} addresses={known.addresses} />
      <ExternalIdPanel accountId={accountId} externalIds={known.externalIds} />
    </div>
  )
}
