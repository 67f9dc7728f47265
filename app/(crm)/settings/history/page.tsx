import { columnViews } from '@/lib/kernel/list'
import { read } from '@/lib/kernel/read'
import { currentActor, readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { wordsOfCommand } from '@/lib/modules/command-words'
import { messages } from '@/lib/modules/history/messages'
import { history, historyList } from '@/lib/modules/history/queries'
import { HistoryTable } from '@/lib/modules/history/views/history-table'
import { memberNames } from '@/lib/modules/workspace/queries'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await translator(messages))('history') })

export default async function HistoryPage({ searchParams }: PageProps<'/settings/history'>) {
  const [t, locale, { timeZone }, address] = await Promise.all([
    translator(messages),
    readerLocale(),
    currentActor(),
    searchParams,
  ])
  const [page, members] = await Promise.all([read(history, address), read(memberNames, {})])
  const rows = page.rows.map((row) => ({ ...row, what: wordsOfCommand(row.what, locale) }))
  return (
    <>
      <PageHeader title={t('history')} meta={t('historyHint')} />
      <HistoryTable page={{ ...page, rows }} columns={columnViews(historyList)} members={members} timeZone={timeZone} />
    </>
  )
}
