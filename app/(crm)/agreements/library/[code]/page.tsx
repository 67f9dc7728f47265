import { read } from '@/lib/kernel/read'
import { translatorOf } from '@/lib/kernel/translate'
import { translator } from '@/lib/kernel/translator'
import { libraryMessages } from '@/lib/modules/agreements/messages-library'
import { libraryClause } from '@/lib/modules/agreements/queries-library'
import { LibraryClausePage } from '@/lib/modules/agreements/views/library-page'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await translator(libraryMessages))('library') })

export default async function OneLibraryClausePage({ params }: PageProps<'/agreements/library/[code]'>) {
  const view = await read(libraryClause, { libraryCode: (await params).code })
  const said = await saidFor()
  const t = translatorOf(libraryMessages, said.locale)
  const newest = view.editions[0]
  return (
    <>
      <PageHeader
        title={(said.locale === 'en' ? newest?.englishHeading : newest?.heading) ?? view.code}
        crumbs={[{ label: t('library'), href: '/agreements/library' }]}
        crumbsLabel={t('where')}
      />
      <LibraryClausePage view={view} said={said} />
    </>
  )
}
