import { isMailConfigured } from '@/lib/kernel/mailer'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { messages } from '@/lib/modules/mail/messages'
import { recentMails } from '@/lib/modules/mail/queries'
import { MailList } from '@/lib/modules/mail/views/mail-list'
import { PageHeader } from '@/lib/ui/page-header'

export async function generateMetadata() {
  return { title: (await translator(messages))('mail') }
}

export default async function MailPage() {
  const [t, mails, { timeZone }] = await Promise.all([translator(messages), read(recentMails, {}), currentActor()])
  return (
    <>
      <PageHeader title={t('mail')} />
      {!isMailConfigured() && <p className="notice warn">{t('notSetUp')}</p>}
      <MailList mails={mails} timeZone={timeZone} />
    </>
  )
}
