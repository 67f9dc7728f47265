import { resetPassword } from '@/lib/kernel/identity/actions-doors'
import { openedLink } from '@/lib/kernel/identity/browser'
import { linkSubject } from '@/lib/kernel/identity/link'
import { identityMessages } from '@/lib/kernel/identity/messages'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { Form } from '@/lib/ui/form'
import { TextField } from '@/lib/ui/text-field'
import { LinkOver } from '../link-over'

export async function generateMetadata() {
  return { title: (await translator(identityMessages))('resetTitle') }
}

export default async function ResetPage() {
  const t = await translator(identityMessages)
  const subject = await linkSubject('reset', await openedLink('reset'), new Date())
  if (!subject) return <LinkOver />
  return (
    <>
      <h1>{t('resetTitle')}</h1>
      <p>{t('resetFor', { email: subject.email })}</p>
      <Card>
        <Form action={resetPassword} submit={t('resetSave')} warn={false} label={t('resetTitle')}>
          <input type="email" autoComplete="username" defaultValue={subject.email} readOnly hidden />
          <TextField
            name="password"
            label={t('newPassword')}
            hint={t('passwordRule')}
            type="password"
            autoComplete="new-password"
            required
            autoFocus
          />
        </Form>
      </Card>
    </>
  )
}
