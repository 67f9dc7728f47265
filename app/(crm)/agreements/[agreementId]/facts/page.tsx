import { translator } from '@/lib/kernel/translator'
import { pageMessages } from '@/lib/modules/agreements/messages-pages'
import { FactsForm } from '@/lib/modules/agreements/views/agreement-forms'
import { readAgreement } from '../read-agreement'

export const generateMetadata = async () => ({ title: (await translator(pageMessages))('editFacts') })

export default async function AgreementFactsPage({ params }: PageProps<'/agreements/[agreementId]/facts'>) {
  const agreement = await readAgreement((await params).agreementId)
  return <FactsForm agreement={agreement} />
}
