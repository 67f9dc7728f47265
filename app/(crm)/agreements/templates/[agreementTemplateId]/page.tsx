import { cache } from 'react'
import { read } from '@/lib/kernel/read'
import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { libraryMessages } from '@/lib/modules/agreements/messages-library'
import { libraryCodes } from '@/lib/modules/agreements/queries-library'
import { template } from '@/lib/modules/agreements/queries-templates'
import { EditTemplateForm } from '@/lib/modules/agreements/views/template-forms'
import { PageHeader } from '@/lib/ui/page-header'

type Props = PageProps<'/agreements/templates/[agreementTemplateId]'>

const readTemplate = cache((agreementTemplateId: string) => read(template, { agreementTemplateId }))

async function titleOf({ params }: Props) {
  const [found, locale] = [await readTemplate((await params).agreementTemplateId), await readerLocale()]
  return locale === 'en' ? found.englishName : found.name
}

export async function generateMetadata(props: Props) {
  const [title, t] = [await titleOf(props), await translator(libraryMessages)]
  return { title: `${title} · ${t('templates')}` }
}

export default async function OneTemplatePage(props: Props) {
  const found = await readTemplate((await props.params).agreementTemplateId)
  const [codes, t] = [await read(libraryCodes, {}), await translator(libraryMessages)]
  return (
    <>
      <PageHeader
        title={await titleOf(props)}
        crumbs={[{ label: t('templates'), href: '/agreements/templates' }]}
        crumbsLabel={t('where')}
      />
      <EditTemplateForm template={found} codes={codes} />
    </>
  )
}
