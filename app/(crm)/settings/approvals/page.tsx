import { read } from '@/lib/kernel/read'
import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { policyMessages } from '@/lib/modules/approvals/messages-policies'
import { matrix } from '@/lib/modules/approvals/queries-policies'
import { SecondApproverForm } from '@/lib/modules/approvals/views/policy-forms'
import { PolicyMatrix } from '@/lib/modules/approvals/views/policy-matrix'
import { Card, Facts } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'

export default async function ApprovalsPage() {
  const [t, locale, found] = [await translator(policyMessages), await readerLocale(), await read(matrix, {})]
  const { members, secondApproverId, maySet } = found
  return (
    <>
      <PageHeader title={t('approvals')} meta={t('approvalsHint')} />
      <div className="flex flex-col gap-5">
        <PolicyMatrix matrix={found} locale={locale} />
        <Card title={t('second')}>
          {maySet ? (
            <SecondApproverForm members={members} current={secondApproverId} />
          ) : (
            <Facts
              facts={[{ label: t('second'), value: members.find(({ id }) => id === secondApproverId)?.name ?? null }]}
            />
          )}
        </Card>
      </div>
    </>
  )
}
