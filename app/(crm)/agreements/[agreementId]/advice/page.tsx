import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pageMessages } from '@/lib/modules/agreements/messages-pages'
import { advice } from '@/lib/modules/agreements/queries-advice'
import { AdvicePage } from '@/lib/modules/agreements/views/advice-page'
import { saidFor } from '@/lib/modules/agreements/views/said'

export const generateMetadata = async () => ({ title: (await translator(pageMessages))('advice') })

export default async function AgreementAdvicePage(props: PageProps<'/agreements/[agreementId]/advice'>) {
  const [{ agreementId }, { ask, of, waive }] = [await props.params, await props.searchParams]
  const [found, said] = await Promise.all([read(advice, { agreementId }), saidFor()])
  const chosen = {
    ask: ask === undefined ? null : String(ask),
    of: of === undefined ? null : String(of),
    waive: waive !== undefined,
  }
  return <AdvicePage advice={found} base={`/agreements/${agreementId}/advice`} chosen={chosen} said={said} />
}
