import { notFound } from 'next/navigation'
import { formatDay } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { messages } from '@/lib/modules/approvals/messages'
import { policyMessages } from '@/lib/modules/approvals/messages-policies'
import { subjectKinds } from '@/lib/modules/approvals/model'
import { policy } from '@/lib/modules/approvals/queries-policies'
import { PolicyForm } from '@/lib/modules/approvals/views/policy-forms'
import { editionWord, PolicyMatrix } from '@/lib/modules/approvals/views/policy-matrix'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'

export default async function ApprovalPolicyPage({ params }: PageProps<'/settings/approvals/[kind]'>) {
  const wanted = (await params).kind
  const subjectKind = subjectKinds.find((each) => each === wanted)
  if (!subjectKind) notFound()
  const [t, word, locale, found] = [
    await translator(policyMessages),
    await translator(messages),
    await readerLocale(),
    await read(policy, { subjectKind }),
  ]
  const kind = word(`kind_${subjectKind}`)
  const whole = { policies: [found.policy], members: found.members, secondApproverId: null, maySet: found.maySet }
  return (
    <>
      <PageHeader
        title={kind}
        meta={editionWord(found.policy, locale)}
        crumbs={[{ label: t('approvals'), href: '/settings/approvals' }]}
        crumbsLabel={t('approvals')}
      />
      <div className="flex flex-col gap-5">
        <PolicyMatrix matrix={whole} locale={locale} />
        {found.maySet && (
          <Card title={t('editNamed', { kind })}>
            <PolicyForm policy={found.policy} members={found.members} today={found.today} />
          </Card>
        )}
        {found.editions.length > 0 && (
          <Card title={t('editions')} flush>
            <ul className="rows">
              {found.editions.map((edition) => (
                <li key={edition.id}>
                  <span className="grow">
                    {t('edition', {
                      number: edition.number,
                      name: edition.name,
                      day: formatDay(edition.validFrom, locale),
                    })}
                  </span>
                  <span className="text-muted">{edition.writtenBy}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  )
}
