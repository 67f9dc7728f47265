import type { Metadata } from 'next'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/terms/manifest'
import { termPages } from '@/lib/modules/terms/messages-pages'
import { calculator } from '@/lib/modules/terms/queries-calculator'
import { CalculatorView } from '@/lib/modules/terms/views/calculator-view'
import { HubTabs } from '@/lib/modules/terms/views/hub-tabs'
import { saidFor } from '@/lib/modules/terms/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(termPages))('calculator') })

const known = [
  'weight',
  'many',
  'sales',
  'rate',
  'amount',
  'due',
  'paid',
  'lateRate',
  'pct',
  'days',
  'netDays',
] as const

export default async function CalculatorPage({ searchParams }: PageProps<'/terms/calculator'>) {
  const [address, actor, said] = [await searchParams, await currentActor(), await saidFor()]
  const asked = Object.fromEntries(
    known.flatMap((name) => (typeof address[name] === 'string' ? [[name, address[name].slice(0, 80)]] : [])),
  )
  const result = await read(calculator, asked)
  return (
    <>
      <PageHeader title={said.t('calculator')} />
      <HubTabs at="calculator" mayCompare={isGranted(may.compare, actor)} said={said} />
      <CalculatorView result={result} said={said} />
    </>
  )
}
