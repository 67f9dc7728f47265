import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { obligationMessages } from '@/lib/modules/agreements/messages-obligations'
import { ofAgreement } from '@/lib/modules/agreements/queries-obligations'
import { AddObligationForm } from '@/lib/modules/agreements/views/obligation-forms'
import { memberNames } from '@/lib/modules/workspace/queries'

export const generateMetadata = async () => ({ title: (await translator(obligationMessages))('addObligation') })

export default async function NewObligationPage(props: PageProps<'/agreements/[agreementId]/obligations/new'>) {
  const [{ agreementId }, { clause }] = [await props.params, await props.searchParams]
  const [actor, { clauses, people }, members] = await Promise.all([
    currentActor(),
    read(ofAgreement, { agreementId }),
    read(memberNames, {}),
  ])
  const clauseKey = typeof clause === 'string' ? clause : null
  return (
    <AddObligationForm
      agreementId={agreementId}
      clauses={clauses}
      people={people}
      members={members}
      clauseKey={clauseKey}
      me={actor.id}
    />
  )
}
