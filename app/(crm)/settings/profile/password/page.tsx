import { changePassword } from '@/lib/kernel/identity/actions-own'
import { identityMessages } from '@/lib/kernel/identity/messages'
import { viewer } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { Form } from '@/lib/ui/form'
import { PageHeader } from '@/lib/ui/page-header'
import { TextField } from '@/lib/ui/text-field'

export async function generateMetadata() {
  return { title: (await translator(identityMessages))('passwordSave') }
}

export default async function PasswordPage() {
  const [t, { email }] = await Promise.all([translator(identityMessages), viewer()])
  return (
    <>
      <PageHeader title={t('passwordSave')} crumbs={[{ label: t('profile'), href: '/settings/profile' }]} />
      <Card title={t('passwordHint')}>
        <Form action={changePassword} submit={t('passwordSave')} className="narrow" warn={false} again>
          <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />
          <TextField
            name="currentPassword"
            label={t('currentPassword')}
            type="password"
            autoComplete="current-password"
            required
          />
          <TextField
            name="newPassword"
            label={t('newPassword')}
            hint={t('passwordRule')}
            type="password"
            autoComplete="new-password"
            required
          />
        </Form>
      </Card>
    </>
  )
}
