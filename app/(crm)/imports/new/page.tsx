import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { megabyte, mostBytes } from '@/lib/modules/files/model'
import { words } from '@/lib/modules/imports/messages'
import { sayRefusedUpload } from '@/lib/modules/imports/model-said'
import { sources } from '@/lib/modules/imports/queries'
import { UploadForm } from '@/lib/modules/imports/views/upload-form'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(words))('newImport') })

export default async function NewImportPage({ searchParams }: PageProps<'/imports/new'>) {
  const [t, { refused }] = [await translator(words), await searchParams]
  const sentence = typeof refused === 'string' ? sayRefusedUpload(refused, await readerLocale()) : null
  return (
    <>
      <PageHeader title={t('newImport')} crumbs={[{ href: '/imports', label: t('imports') }]} />
      <UploadForm sources={await read(sources, {})} refused={sentence} most={mostBytes.import / megabyte} />
    </>
  )
}
