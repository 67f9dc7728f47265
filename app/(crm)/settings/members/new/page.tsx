import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { messages } from '@/lib/modules/workspace/messages'
import { memberNames } from '@/lib/modules/workspace/queries'
import { NewMemberForm } from '@/lib/modules/workspace/views/member-forms'
import { PageHeader } from '@/lib/ui/page-header'

export default async function NewMemberPage() {
  const t = await translator(messages)
  return (
    <>
      <PageHeader title={t('addMember')} crumbs={[{ label: t('members'), href: '/settings/members' }]} />
      <NewMemberForm superiors={await read(memberNames, {})} />
    </>
  )
}
