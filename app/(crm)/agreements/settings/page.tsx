import type { Metadata } from 'next'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translatorOf } from '@/lib/kernel/translate'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/agreements/manifest'
import { libraryMessages } from '@/lib/modules/agreements/messages-library'
import { settings } from '@/lib/modules/agreements/queries-settings'
import { AgreementSettingsForm } from '@/lib/modules/agreements/views/library-forms'
import { LibraryHub } from '@/lib/modules/agreements/views/library-hub'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(libraryMessages))('settings'),
})

export default async function AgreementSettingsPage() {
  const [found, said, actor] = [await read(settings, {}), await saidFor(), await currentActor()]
  const t = translatorOf(libraryMessages, said.locale)
  return (
    <>
      <PageHeader
        title={t('settings')}
        meta={t('settingsHint')}
        crumbs={[{ label: t('agreements'), href: '/agreements' }]}
        crumbsLabel={t('where')}
      />
      <LibraryHub current="/agreements/settings" said={said} />
      <AgreementSettingsForm settings={found} readOnly={!isGranted(may.configure, actor)} />
    </>
  )
}
