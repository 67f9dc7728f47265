import { read } from '@/lib/kernel/read'
import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { libraryMessages } from '@/lib/modules/agreements/messages-library'
import { libraryCodes } from '@/lib/modules/agreements/queries-library'
import { template } from '@/lib/modules/agreements/queries-templates'
import { EditTemplateForm } from '@/lib/modules/agreements/views/template-forms'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async () => ({ title: (await translator(libraryMessages))('templates') })

export default async function OneTemplatePage({ params }: PageProps<'/agreements/templates/[agreementTemplateId]'>) {
  const found = await read(template, { agreementTemplateId: (await params).agreementTemplateId })
  const [codes, t, locale] = [await read(libraryCodes, {}), await translator(libraryMessages), await readerLocale()]
  return (
    <>
      <PageHeader
        title={locale === 'en' ? found.englishName : found.name}
        crumbs={[{ label: t('templates'), href: '/agreements/templates' }]}
        crumbsLabel={t('where')}
      />
      <EditTemplateForm template={found} codes={codes} />
    </>
  )
}
