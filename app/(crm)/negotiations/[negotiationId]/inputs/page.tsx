import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { inputWords } from '@/lib/modules/negotiations/messages-inputs'
import { inputsOf } from '@/lib/modules/negotiations/queries-inputs'
import { InputsPage } from '@/lib/modules/negotiations/views/inputs-page'
import { saidFor } from '@/lib/modules/negotiations/views/said'

export const generateMetadata = async () => ({ title: (await translator(inputWords))('inputs') })

export default async function NegotiationInputsPage({ params }: PageProps<'/negotiations/[negotiationId]/inputs'>) {
  const { negotiationId } = await params
  const [view, said] = await Promise.all([read(inputsOf, { negotiationId }), saidFor()])
  return <InputsPage negotiationId={negotiationId} view={view} said={said} />
}
