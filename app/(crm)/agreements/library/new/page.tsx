import type { Metadata } from 'next'
import { translator } from '@/lib/kernel/translator'
import { libraryMessages } from '@/lib/modules/agreements/messages-library'
import { AddLibraryClauseForm } from '@/lib/modules/agreements/views/library-forms'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(libraryMessages))('addClause'),
})

export default async function NewLibraryClausePage() {
  const t = await translator(libraryMessages)
  return (
    <>
      <PageHeader
        title={t('addClause')}
        crumbs={[{ label: t('library'), href: '/agreements/library' }]}
        crumbsLabel={t('where')}
      />
      <AddLibraryClauseForm />
    </>
  )
}
