import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { obligationMessages } from '@/lib/modules/agreements/messages-obligations'
import { ofAgreement } from '@/lib/modules/agreements/queries-obligations'
import { ObligationsPage } from '@/lib/modules/agreements/views/obligations-page'
import { obligationSaid } from '@/lib/modules/agreements/views/said-obligations'

export const generateMetadata = async () => ({ title: (await translator(obligationMessages))('obligations') })

export default async function AgreementObligationsPage({ params }: PageProps<'/agreements/[agreementId]/obligations'>) {
  const { agreementId } = await params
  const [view, said] = await Promise.all([read(ofAgreement, { agreementId }), obligationSaid()])
  return <ObligationsPage agreementId={agreementId} view={view} said={said} />
}
