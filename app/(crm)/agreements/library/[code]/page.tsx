import { cache } from 'react'
import { read } from '@/lib/kernel/read'
import { readerLocale } from '@/lib/kernel/session'
import { translatorOf } from '@/lib/kernel/translate'
import { translator } from '@/lib/kernel/translator'
import { libraryMessages } from '@/lib/modules/agreements/messages-library'
import { libraryClause } from '@/lib/modules/agreements/queries-library'
import { LibraryClausePage } from '@/lib/modules/agreements/views/library-page'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { PageHeader } from '@/lib/ui/page-header'

type Props = PageProps<'/agreements/library/[code]'>

const readClause = cache((libraryCode: string) => read(libraryClause, { libraryCode }))

async function titleOf({ params }: Props) {
  const [view, locale] = [await readClause((await params).code), await readerLocale()]
  const newest = view.editions[0]
  return (locale === 'en' ? newest?.englishHeading : newest?.heading) ?? view.code
}

export async function generateMetadata(props: Props) {
  const [title, t] = [await titleOf(props), await translator(libraryMessages)]
  return { title: `${title} · ${t('library')}` }
}

export default async function OneLibraryClausePage(props: Props) {
  const view = await readClause((await props.params).code)
  const said = await saidFor()
  const t = translatorOf(libraryMessages, said.locale)
  return (
    <>
      <PageHeader
        title={await titleOf(props)}
        crumbs={[{ label: t('library'), href: '/agreements/library' }]}
        crumbsLabel={t('where')}
      />
      <LibraryClausePage view={view} said={said} />
    </>
  )
}
