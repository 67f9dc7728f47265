import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { draftingMessages } from '@/lib/modules/agreements/messages-drafting'
import { compare } from '@/lib/modules/agreements/queries-compare'
import { ComparePage } from '@/lib/modules/agreements/views/compare-page'
import { saidFor } from '@/lib/modules/agreements/views/said'

export const generateMetadata = async () => ({ title: (await translator(draftingMessages))('compare') })

export default async function AgreementComparePage(props: PageProps<'/agreements/[agreementId]/compare'>) {
  const [{ agreementId }, { from, to }] = [await props.params, await props.searchParams]
  const [view, said] = await Promise.all([read(compare, { agreementId, from, to }), saidFor()])
  return <ComparePage view={view} said={said} />
}
