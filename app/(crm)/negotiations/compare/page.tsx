import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { compareMessages } from '@/lib/modules/negotiations/messages-compare'
import { comparable, compare } from '@/lib/modules/negotiations/queries-compare'
import { ComparePage } from '@/lib/modules/negotiations/views/compare-page'
import { NegotiationsHub } from '@/lib/modules/negotiations/views/hub'
import { PrintBrief } from '@/lib/modules/negotiations/views/print-brief'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await translator(compareMessages))('compare') })

const first = (given: string | string[] | undefined) => ([given].flat()[0] ?? '').slice(0, 40)

export default async function CompareNegotiationsPage({ searchParams }: PageProps<'/negotiations/compare'>) {
  const address = await searchParams
  const chosen = { a: first(address.a), b: first(address.b) }
  const two = chosen.a !== '' && chosen.b !== '' && chosen.a !== chosen.b
  const [offered, found, said] = await Promise.all([
    read(comparable, {}),
    two ? read(compare, { negotiationId: chosen.a, otherId: chosen.b }) : null,
    saidFor(),
  ])
  return (
    <>
      <PageHeader title={said.word('negotiations')} actions={found && <PrintBrief />} />
      <NegotiationsHub current="/negotiations/compare" said={said} />
      <ComparePage offered={offered} chosen={chosen} found={found} said={said} />
    </>
  )
}
