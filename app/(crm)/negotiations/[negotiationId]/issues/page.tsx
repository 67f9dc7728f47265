import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { tableWords } from '@/lib/modules/negotiations/messages-table-page'
import { table } from '@/lib/modules/negotiations/queries-table-page'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { TablePage } from '@/lib/modules/negotiations/views/table-page'

export const generateMetadata = async () => ({ title: (await translator(tableWords))('issues') })

type IssuesProps = PageProps<'/negotiations/[negotiationId]/issues'>

export default async function NegotiationIssuesPage({ params, searchParams }: IssuesProps) {
  const [{ negotiationId }, { edit, open }] = await Promise.all([params, searchParams])
  const [view, said] = await Promise.all([read(table, { negotiationId }), saidFor()])
  const text = (asked: typeof edit) => (typeof asked === 'string' ? asked : null)
  return <TablePage view={view} editing={text(edit)} open={text(open)} said={said} />
}
