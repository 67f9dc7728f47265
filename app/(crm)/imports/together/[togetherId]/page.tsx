import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { words } from '@/lib/modules/imports/messages'
import { togetherWords } from '@/lib/modules/imports/messages-together'
import { together } from '@/lib/modules/imports/queries-together'
import { Steps } from '@/lib/modules/imports/views/steps'
import { TogetherStage } from '@/lib/modules/imports/views/together-stage'
import { TogetherTable } from '@/lib/modules/imports/views/together-table'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(words))('imports') })

export default async function TogetherPage({ params }: PageProps<'/imports/together/[togetherId]'>) {
  const [t, own] = [await translator(words), await translator(togetherWords)]
  const lot = await read(together, await params)
  return (
    <div className="flex flex-col gap-5">
      <div>
        <PageHeader
          title={own('together', { count: lot.files.length })}
          crumbs={[{ href: '/imports', label: t('imports') }]}
          meta={<span>{t('labelled', { label: t('source'), value: lot.source })}</span>}
        />
        <Steps status={lot.status} hasRun={lot.hasRun} />
      </div>
      <TogetherStage lot={lot} />
      <TogetherTable lot={lot} />
    </div>
  )
}
