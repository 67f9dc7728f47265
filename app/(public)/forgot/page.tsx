import { forgetPassword } from '@/lib/kernel/identity/actions-doors'
import { identityMessages } from '@/lib/kernel/identity/messages'
import { isMailConfigured } from '@/lib/kernel/mailer'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { Form } from '@/lib/ui/form'
import { TextField } from '@/lib/ui/text-field'

export async function generateMetadata() {
  return { title: (await translator(identityMessages))('forgotTitle') }
}

export default async function ForgotPage({ searchParams }: PageProps<'/forgot'>) {
  const [t, { sent }] = await Promise.all([translator(identityMessages), searchParams])
  const answer = isMailConfigured() ? (sent ? 'forgotSent' : null) : 'forgotNoMail'
  return (
    <>
      <h1>{t('forgotTitle')}</h1>
      {answer && <p className="notice info">{t(answer)}</p>}
      {!answer && (
        <Card>
          <Form action={forgetPassword} submit={t('forgotSend')} warn={false} label={t('forgotTitle')}>
            <TextField
              name="email"
              label={t('email')}
              hint={t('forgotHint')}
              type="email"
              autoComplete="username"
              required
              autoFocus
            />
          </Form>
        </Card>
      )}
      <p>
        <a href="/sign-in">{t('back')}</a>
      </p>
    </>
  )
}
