import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { rawOf } from '@/lib/modules/imports/queries'
import { RawColumns } from '@/lib/modules/imports/views/raw-columns'
import { HandOutLink } from '@/lib/modules/mail/views/hand-out-link'
import { may } from '@/lib/modules/workspace/manifest'
import { messages } from '@/lib/modules/workspace/messages'
import { memberById, memberNames } from '@/lib/modules/workspace/queries'
import { MemberAccess } from '@/lib/modules/workspace/views/member-access'
import { MemberFacts } from '@/lib/modules/workspace/views/member-facts'
import { ChargeForm, MemberForm } from '@/lib/modules/workspace/views/member-forms'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'

export default async function MemberPage({ params }: PageProps<'/settings/members/[memberId]'>) {
  const { memberId } = await params
  const [t, actor, member, superiors, imported] = await Promise.all([
    translator(messages),
    currentActor(),
    read(memberById, { memberId }),
    read(memberNames, {}),
    read(rawOf, { subjectId: memberId }),
  ])
  const manages = isGranted(may.manageMembers, actor)
  return (
    <>
      <PageHeader
        title={member.name}
        crumbs={[{ label: t('members'), href: '/settings/members' }]}
        meta={member.title}
      />
      {!manages && <MemberFacts member={member} superiors={superiors} />}
      {manages && (
        <Card title={t('access')}>
          <MemberAccess member={member} isOneself={member.id === actor.id} />
          {member.status !== 'deactivated' && member.email && member.id !== actor.id && (
            <HandOutLink
              memberId={member.id}
              kind={member.status === 'active' ? 'reset' : 'invitation'}
              timeZone={actor.timeZone}
            />
          )}
        </Card>
      )}
      {manages && (
        <Card title={t('charge')}>
          <ChargeForm member={member} superiors={superiors} />
        </Card>
      )}
      {manages && (
        <Card title={t('person')}>
          <MemberForm member={member} />
        </Card>
      )}
      <RawColumns parts={imported} />
    </>
  )
}
