import type { Metadata } from 'next'
import { cache } from 'react'
import { read } from '@/lib/kernel/read'
import { translatorOf } from '@/lib/kernel/translate'
import { translator } from '@/lib/kernel/translator'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { words } from '@/lib/modules/kpis/messages'
import { boardWords } from '@/lib/modules/kpis/messages-board'
import { breachWords } from '@/lib/modules/kpis/messages-breaches'
import { breach } from '@/lib/modules/kpis/queries-breaches'
import { BreachMark } from '@/lib/modules/kpis/views/breach-mark'
import { BreachPage } from '@/lib/modules/kpis/views/breach-page'
import { memberNames } from '@/lib/modules/workspace/queries'
import { PageHeader } from '@/lib/ui/page-header'

type Props = PageProps<'/agreements/breaches/[breachId]'>

const readBreach = cache((breachId: string) => read(breach, { breachId }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ kpi, openedPeriod }, word] = [await readBreach((await params).breachId), await translator(breachWords)]
  return { title: word('breach', { kpi: kpi.name, period: openedPeriod }) }
}

export default async function OneBreachPage({ params }: Props) {
  const { breachId } = await params
  const [found, members, said] = [await readBreach(breachId), await read(memberNames, {}), await saidFor()]
  const word = translatorOf(breachWords, said.locale)
  return (
    <>
      <PageHeader
        title={word('breach', { kpi: found.kpi.name, period: found.openedPeriod })}
        mark={<BreachMark state={found.state} word={word} />}
        crumbs={[
          { label: said.word('agreements'), href: '/agreements' },
          { label: word('breaches'), href: '/agreements/breaches' },
        ]}
        crumbsLabel={said.t('where')}
      />
      <BreachPage
        breach={found}
        members={members}
        said={{
          ...said,
          word,
          board: translatorOf(boardWords, said.locale),
          unit: translatorOf(words, said.locale),
        }}
      />
    </>
  )
}
