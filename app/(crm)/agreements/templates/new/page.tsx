import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { libraryMessages } from '@/lib/modules/agreements/messages-library'
import { libraryCodes } from '@/lib/modules/agreements/queries-library'
import { AddTemplateForm } from '@/lib/modules/agreements/views/template-forms'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(libraryMessages))('addTemplate'),
})

export default async function NewTemplatePage() {
  const [codes, t] = [await read(libraryCodes, {}), await translator(libraryMessages)]
  return (
    <>
      <PageHeader
        title={t('addTemplate')}
        crumbs={[{ label: t('templates'), href: '/agreements/templates' }]}
        crumbsLabel={t('where')}
      />
      <AddTemplateForm codes={codes} />
    </>
  )
}
