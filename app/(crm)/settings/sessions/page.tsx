import { formatMoment } from '@/lib/kernel/day'
import { endSession, endSessions } from '@/lib/kernel/identity/actions-own'
import { identityMessages } from '@/lib/kernel/identity/messages'
import { openSessions } from '@/lib/kernel/identity/own-sessions'
import { deviceInWords, placeInWords } from '@/lib/kernel/identity/place'
import { readerLocale, viewer } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { PageHeader } from '@/lib/ui/page-header'
import { Press } from '@/lib/ui/press'

export async function generateMetadata() {
  return { title: (await translator(identityMessages))('sessions') }
}

export default async function SessionsPage() {
  const [t, locale, { actor, sessionId }] = await Promise.all([translator(identityMessages), readerLocale(), viewer()])
  const sessions = await openSessions(actor.identityId ?? '', new Date())
  const moment = (at: Date) => formatMoment(at, locale, 'short', 'gregory', actor.timeZone)
  return (
    <>
      <PageHeader
        title={t('sessions')}
        actions={
          <Press action={endSessions} values={{}} className="button danger">
            {t('endAll')}
          </Press>
        }
      />
      <Card title={t('sessionsHint')} flush>
        <ul className="rows">
          {sessions.map(({ id, device, address, openedAt, seenAt, workspace }) => (
            <li key={id} className="flex-wrap">
              <div className="grow">
                <p>
                  <strong>{deviceInWords(device, t)}</strong>{' '}
                  {id === sessionId && <Chip tone="brand">{t('thisDevice')}</Chip>}
                </p>
                <p className="text-muted">
                  {placeInWords(address, t)} · {workspace}
                </p>
                <p className="text-muted">
                  {t('lastSeen')} {moment(seenAt)} · {t('signedInAt')} {moment(openedAt)}
                </p>
              </div>
              <Press
                action={endSession}
                values={{ sessionId: id }}
                label={t('endNamed', { device: deviceInWords(device, t) })}
              >
                {t('end')}
              </Press>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
