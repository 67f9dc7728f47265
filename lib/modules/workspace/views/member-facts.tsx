'use client'
import { Card, Facts } from '@/lib/ui/card'
import { useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import type { MemberName } from '../model'
import type { MemberRecord } from '../model-members'
import { wordOf } from './words'

/** A colleague, for those who do not administer members. */
export function MemberFacts({ member, superiors }: { member: MemberRecord; superiors: readonly MemberName[] }) {
  const t = useTranslator(messages)
  const word = wordOf(t)
  const superior = superiors.find(({ id }) => id === member.reportsToId)
  return (
    <Card>
      <Facts
        facts={[
          { label: t('englishName'), value: member.englishName },
          { label: t('roles'), value: member.roles.map((role) => word('role', role)).join('、') },
          {
            label: t('reportsTo'),
            value: superior && <a href={`/settings/members/${superior.id}`}>{superior.name}</a>,
          },
          { label: t('email'), value: member.email },
          { label: t('phone'), value: member.phone },
          { label: t('status'), value: word('status', member.status) },
        ]}
      />
    </Card>
  )
}
