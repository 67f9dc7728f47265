import { saveProfile } from '@/lib/kernel/identity/actions-own'
import { identityMessages } from '@/lib/kernel/identity/messages'
import { viewer } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { PageHeader } from '@/lib/ui/page-header'
import { TextField } from '@/lib/ui/text-field'

export async function generateMetadata() {
  return { title: (await translator(identityMessages))('profile') }
}

export default async function ProfilePage() {
  const [t, { actor, email, theme }] = await Promise.all([translator(identityMessages), viewer()])
  const languages = [
    { value: 'zh-TW', label: t('localeChinese') },
    { value: 'en', label: t('localeEnglish') },
  ]
  const themes = [
    { value: 'system', label: t('themeSystem') },
    { value: 'light', label: t('themeLight') },
    { value: 'dark', label: t('themeDark') },
  ]
  return (
    <>
      <PageHeader
        title={t('profile')}
        meta={email}
        actions={
          <a className="button" href="/settings/profile/password">
            {t('passwordSave')}
          </a>
        }
      />
      <Card title={t('profileHint')}>
        <Form action={saveProfile} className="narrow" label={t('profile')}>
          <TextField name="name" label={t('yourName')} defaultValue={actor.name} autoComplete="name" required />
          <ChoiceField name="locale" label={t('language')} options={languages} defaultValue={actor.locale} />
          <ChoiceField name="theme" label={t('theme')} options={themes} defaultValue={theme} />
        </Form>
      </Card>
    </>
  )
}
