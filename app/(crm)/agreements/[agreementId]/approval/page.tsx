import { ApprovalPanel } from '@/app/(crm)/review/approval-panel'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pageMessages } from '@/lib/modules/agreements/messages-pages'
import { approval } from '@/lib/modules/agreements/queries-approval'
import { ApprovalPage } from '@/lib/modules/agreements/views/approval-page'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { readAgreement } from '../read-agreement'

export const generateMetadata = async () => ({ title: (await translator(pageMessages))('approval') })

export default async function AgreementApprovalPage({ params }: PageProps<'/agreements/[agreementId]/approval'>) {
  const { agreementId } = await params
  const [agreement, found, said] = await Promise.all([
    readAgreement(agreementId),
    read(approval, { agreementId }),
    saidFor(),
  ])
  return (
    <ApprovalPage agreement={agreement} approval={found} said={said}>
      <ApprovalPanel subjectKind="agreementVersion" subjectId={found.versionId} />
    </ApprovalPage>
  )
}
