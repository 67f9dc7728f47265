import { Overview } from '@/lib/modules/agreements/views/overview'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { readAgreement } from './read-agreement'

export default async function AgreementPage({ params }: PageProps<'/agreements/[agreementId]'>) {
  const [agreement, said] = await Promise.all([readAgreement((await params).agreementId), saidFor()])
  return <Overview agreement={agreement} said={said} />
}
