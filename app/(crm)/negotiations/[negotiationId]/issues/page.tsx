import type { Locale } from '@/lib/kernel/messages'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { resultsSaid } from '@/lib/modules/kpis/views/results-said'
import { tableWords } from '@/lib/modules/negotiations/messages-table-page'
import { table } from '@/lib/modules/negotiations/queries-table-page'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { TablePage } from '@/lib/modules/negotiations/views/table-page'
import { type BeforeView, before } from '@/lib/modules/threads/queries-before'
import { BeforeCard } from '@/lib/modules/threads/views/before-card'

export const generateMetadata = async () => ({ title: (await translator(tableWords))('issues') })

type IssuesProps = PageProps<'/negotiations/[negotiationId]/issues'>

export default async function NegotiationIssuesPage({ params, searchParams }: IssuesProps) {
  const [{ negotiationId }, { edit, open }] = await Promise.all([params, searchParams])
  const [view, last, said] = await Promise.all([
    read(table, { negotiationId }),
    read(before, { negotiationId }),
    saidFor(),
  ])
  const text = (asked: typeof edit) => (typeof asked === 'string' ? asked : null)
  return (
    <TablePage
      view={view}
      editing={text(edit)}
      open={text(open)}
      before={last?.quiet && <QuietResults agreement={last.agreement} quiet={last.quiet} locale={said.locale} />}
      lastTimes={last?.lastTime ?? {}}
      said={said}
    />
  )
}

type QuietProps = Pick<BeforeView, 'agreement'> & { quiet: NonNullable<BeforeView['quiet']>; locale: Locale }

const QuietResults = ({ agreement, quiet: { points, results }, locale }: QuietProps) => (
  <BeforeCard agreement={agreement} points={points} said={resultsSaid(results, locale)} locale={locale} />
)
