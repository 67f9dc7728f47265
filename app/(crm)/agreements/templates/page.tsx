import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translatorOf } from '@/lib/kernel/translate'
import { translator } from '@/lib/kernel/translator'
import { libraryMessages } from '@/lib/modules/agreements/messages-library'
import { templates } from '@/lib/modules/agreements/queries-templates'
import { LibraryHub } from '@/lib/modules/agreements/views/library-hub'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { TemplatesPage } from '@/lib/modules/agreements/views/templates-page'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(libraryMessages))('templates'),
})

export default async function AgreementTemplatesPage() {
  const [view, said] = [await read(templates, {}), await saidFor()]
  const t = translatorOf(libraryMessages, said.locale)
  return (
    <>
      <PageHeader
        title={t('templates')}
        meta={t('templatesHint')}
        crumbs={[{ label: t('agreements'), href: '/agreements' }]}
        crumbsLabel={t('where')}
        primary={
          view.mayConfigure && (
            <a className="button primary" href="/agreements/templates/new">
              {t('addTemplate')}
            </a>
          )
        }
      />
      <LibraryHub current="/agreements/templates" said={said} />
      <TemplatesPage view={view} said={said} />
    </>
  )
}
