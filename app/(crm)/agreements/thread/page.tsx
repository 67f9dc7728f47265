import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pageMessages } from '@/lib/modules/agreements/messages-pages'
import { messages } from '@/lib/modules/threads/messages'
import { thread } from '@/lib/modules/threads/queries'
import { ThreadPage } from '@/lib/modules/threads/views/thread-page'
import { Chip } from '@/lib/ui/chip'
import { PageHeader } from '@/lib/ui/page-header'
import { readerFor } from '@/lib/ui/reader'

const stations = {
  issue: 'issueId',
  clause: 'clauseId',
  obligation: 'obligationId',
  kpi: 'kpiId',
  version: 'versionId',
  term: 'termCode',
}

export const generateMetadata = async () => ({ title: (await translator(messages))('thread') })

export default async function AgreementThreadPage({ searchParams }: PageProps<'/agreements/thread'>) {
  const asked = await searchParams
  const ref = Object.fromEntries(Object.entries(stations).map(([name, field]) => [field, asked[name]]))
  const [view, reader, t, where] = await Promise.all([
    read(thread, ref),
    readerFor(currentActor()),
    translator(messages),
    translator(pageMessages),
  ])
  return (
    <>
      <PageHeader
        title={t('threadOf', { name: view.name })}
        crumbs={[{ label: view.account.name, href: `/accounts/${view.account.id}` }]}
        crumbsLabel={where('where')}
        meta={
          <Chip tone={view.red > 0 ? 'risk' : 'ok'} icon={view.red > 0 ? 'circle-alert' : 'circle-check'}>
            {t('redCount', { count: view.red })}
          </Chip>
        }
      />
      <ThreadPage view={view} reader={reader} />
    </>
  )
}
