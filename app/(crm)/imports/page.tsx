import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { batchList, list } from '@/lib/modules/imports/list'
import { may } from '@/lib/modules/imports/manifest'
import { words } from '@/lib/modules/imports/messages'
import { BatchTable } from '@/lib/modules/imports/views/batch-table'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(words))('imports') })

export default async function ImportsPage({ searchParams }: PageProps<'/imports'>) {
  const t = await translator(words)
  const [page, actor] = [await read(list, await searchParams), await currentActor()]
  const mayUpload = isGranted(may.upload, actor)
  const upload = (
    <a className="button primary" href="/imports/new">
      {t('newImport')}
    </a>
  )
  return (
    <>
      <PageHeader title={t('imports')} meta={t('importsHint')} primary={mayUpload && upload} />
      <BatchTable page={page} columns={columnViews(batchList)} mayUpload={mayUpload} />
    </>
  )
}
