import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pages } from '@/lib/modules/accounts/messages'
import { accountHeader } from '@/lib/modules/accounts/queries-page'
import { team } from '@/lib/modules/accounts/queries-record'
import { saidFor } from '@/lib/modules/accounts/views/said'
import { TeamPanel } from '@/lib/modules/accounts/views/team-panel'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('team') })

export default async function TeamPage({ params }: PageProps<'/accounts/[accountId]/team'>) {
  const { accountId } = await params
  const [{ account, owner }, known, { today }] = [
    await accountHeader(accountId),
    await read(team, { accountId }),
    await saidFor(),
  ]
  const open = account.archivedAt === null
  return (
    <TeamPanel
      accountId={accountId}
      owner={{ id: account.ownerId, name: owner }}
      mayEdit={known.mayEdit && open}
      mayPassOn={known.mayPassOn && open}
      rows={known.rows}
      members={known.members}
      today={today}
    />
  )
}
