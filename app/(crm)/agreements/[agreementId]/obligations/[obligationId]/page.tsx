import { notFound } from 'next/navigation'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { obligationMessages } from '@/lib/modules/agreements/messages-obligations'
import { ofAgreement } from '@/lib/modules/agreements/queries-obligations'
import { EditObligationForm } from '@/lib/modules/agreements/views/obligation-forms'
import { memberNames } from '@/lib/modules/workspace/queries'

export const generateMetadata = async () => ({ title: (await translator(obligationMessages))('editObligation') })

type Props = PageProps<'/agreements/[agreementId]/obligations/[obligationId]'>

export default async function EditObligationPage({ params }: Props) {
  const { agreementId, obligationId } = await params
  const [{ obligations, clauses, people }, members] = await Promise.all([
    read(ofAgreement, { agreementId }),
    read(memberNames, {}),
  ])
  const obligation = obligations.find(({ id }) => id === obligationId)
  if (!obligation) notFound()
  return (
    <EditObligationForm
      agreementId={agreementId}
      obligation={obligation}
      clauses={clauses}
      people={people}
      members={members}
    />
  )
}
