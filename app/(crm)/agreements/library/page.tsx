import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translatorOf } from '@/lib/kernel/translate'
import { translator } from '@/lib/kernel/translator'
import { libraryMessages } from '@/lib/modules/agreements/messages-library'
import { library } from '@/lib/modules/agreements/queries-library'
import { LibraryHub } from '@/lib/modules/agreements/views/library-hub'
import { LibraryPage } from '@/lib/modules/agreements/views/library-page'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(libraryMessages))('library'),
})

export default async function ClauseLibraryPage({ searchParams }: PageProps<'/agreements/library'>) {
  const [said, address] = [await saidFor(), await searchParams]
  const view = await read(library, { aspect: address.aspect, tag: address.tag })
  const t = translatorOf(libraryMessages, said.locale)
  return (
    <>
      <PageHeader
        title={t('library')}
        meta={t('libraryHint')}
        crumbs={[{ label: t('agreements'), href: '/agreements' }]}
        crumbsLabel={t('where')}
        primary={
          view.mayConfigure &&
          (view.clauses.length > 0 || view.filtered) && (
            <a className="button primary" href="/agreements/library/new">
              {t('addClause')}
            </a>
          )
        }
      />
      <LibraryHub current="/agreements/library" said={said} />
      <LibraryPage view={view} address={address} said={said} />
    </>
  )
}
