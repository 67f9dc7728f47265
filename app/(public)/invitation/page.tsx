import { acceptInvitation } from '@/lib/kernel/identity/actions-doors'
import { openedLink } from '@/lib/kernel/identity/browser'
import { linkSubject } from '@/lib/kernel/identity/link'
import { identityMessages } from '@/lib/kernel/identity/messages'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { Form } from '@/lib/ui/form'
import { TextField } from '@/lib/ui/text-field'
import { LinkOver } from '../link-over'

export async function generateMetadata() {
  return { title: (await translator(identityMessages))('invitationAccept') }
}

export default async function InvitationPage() {
  const t = await translator(identityMessages)
  const subject = await linkSubject('invitation', await openedLink('invitation'), new Date())
  if (!subject) return <LinkOver />
  const { email, company, hasPassword, actor } = subject
  const words = { email, company, name: actor.name }
  return (
    <>
      <h1>{t('invitationTitle', words)}</h1>
      <p>{t(hasPassword ? 'invitationKnown' : 'invitationNew', words)}</p>
      <Card>
        <Form action={acceptInvitation} submit={t('invitationAccept')} warn={false} label={t('invitationAccept')}>
          <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />
          <TextField
            name="password"
            label={t('password')}
            hint={hasPassword ? undefined : t('passwordRule')}
            type="password"
            autoComplete={hasPassword ? 'current-password' : 'new-password'}
            required
            autoFocus
          />
        </Form>
      </Card>
    </>
  )
}
