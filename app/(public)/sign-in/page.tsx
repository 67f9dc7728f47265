import { redirect } from 'next/navigation'
import { signIn } from '@/lib/kernel/identity/actions-doors'
import { thisVisit } from '@/lib/kernel/identity/browser'
import { identityMessages } from '@/lib/kernel/identity/messages'
import { safePath } from '@/lib/kernel/identity/safe-path'
import { optionalViewer } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { Form } from '@/lib/ui/form'
import { TextField } from '@/lib/ui/text-field'

export async function generateMetadata() {
  return { title: (await translator(identityMessages))('signIn') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const [t, { next, out }, viewer] = await Promise.all([translator(identityMessages), searchParams, optionalViewer()])
  const way = safePath(next)
  if (viewer) redirect(way)
  const isKnownHere = (await thisVisit()).deviceToken !== null
  const notice = out ? 'signedOut' : isKnownHere && way !== '/' ? 'signInAgain' : null
  return (
    <>
      <h1>{t('signInTitle')}</h1>
      {notice && <p className="notice info">{t(notice)}</p>}
      <Card>
        <Form action={signIn} submit={t('signIn')} warn={false} label={t('signIn')}>
          <input type="hidden" name="next" defaultValue={way} />
          <TextField name="email" label={t('email')} type="email" autoComplete="username" required autoFocus />
          <TextField name="password" label={t('password')} type="password" autoComplete="current-password" required />
        </Form>
      </Card>
      <p>
        <a href="/forgot">{t('forgot')}</a>
      </p>
    </>
  )
}
