import { openedLink } from '@/lib/kernel/identity/browser'
import { identityMessages } from '@/lib/kernel/identity/messages'
import { isSetUpOpen } from '@/lib/kernel/identity/set-up'
import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { TextField } from '@/lib/ui/text-field'
import { setUp } from './actions'

export async function generateMetadata() {
  return { title: (await translator(identityMessages))('setupTitle') }
}

export default async function SetUpPage() {
  const [t, locale, token] = await Promise.all([translator(identityMessages), readerLocale(), openedLink('setup')])
  if (!(await isSetUpOpen(token))) return <SetUpOver />
  const languages = [
    { value: 'zh-TW', label: t('localeChinese') },
    { value: 'en', label: t('localeEnglish') },
  ]
  const beginnings = [
    { value: 'empty', label: t('setupEmpty') },
    { value: 'demo', label: t('setupDemo') },
  ]
  return (
    <>
      <h1>{t('setupTitle')}</h1>
      <p>{t('setupHint')}</p>
      <Card>
        <Form action={setUp} submit={t('setupSave')} warn={false} label={t('setupTitle')}>
          <ChoiceField
            key={locale}
            name="locale"
            label={t('language')}
            options={languages}
            defaultValue={locale}
            required
          />
          <TextField
            name="company"
            label={t('company')}
            hint={t('companyHint')}
            autoComplete="organization"
            required
            autoFocus
          />
          <TextField name="name" label={t('yourName')} autoComplete="name" required />
          <TextField name="email" label={t('email')} type="email" autoComplete="username" required />
          <TextField
            name="password"
            label={t('password')}
            hint={t('passwordRule')}
            type="password"
            autoComplete="new-password"
            required
          />
          <ChoiceField name="begin" label={t('setupBegin')} options={beginnings} defaultValue="empty" required />
        </Form>
      </Card>
    </>
  )
}

async function SetUpOver() {
  const t = await translator(identityMessages)
  return (
    <>
      <h1>{t('setupDoneTitle')}</h1>
      <p className="notice info">{t('setupDone')}</p>
      <p>
        <a href="/sign-in">{t('back')}</a>
      </p>
    </>
  )
}
