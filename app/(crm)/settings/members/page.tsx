import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { listMembers, memberList } from '@/lib/modules/workspace/list'
import { may } from '@/lib/modules/workspace/manifest'
import { messages } from '@/lib/modules/workspace/messages'
import { memberNames } from '@/lib/modules/workspace/queries'
import { MemberTable } from '@/lib/modules/workspace/views/member-table'
import { PageHeader } from '@/lib/ui/page-header'

export default async function MembersPage({ searchParams }: PageProps<'/settings/members'>) {
  const t = await translator(messages)
  const [page, superiors, actor] = [
    await read(listMembers, await searchParams),
    await read(memberNames, {}),
    await currentActor(),
  ]
  const add = (
    <a className="button primary" href="/settings/members/new">
      {t('addMember')}
    </a>
  )
  return (
    <>
      <PageHeader
        title={t('members')}
        meta={t('membersHint')}
        primary={isGranted(may.manageMembers, actor) ? add : undefined}
      />
      <MemberTable page={page} columns={columnViews(memberList)} superiors={superiors} />
    </>
  )
}
