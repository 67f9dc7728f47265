import { isMailConfigured } from '@/lib/kernel/mailer'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { recipientOf } from '@/lib/modules/contacts/model-people'
import { peopleOf } from '@/lib/modules/contacts/queries-people'
import { panel } from '@/lib/modules/links/queries'
import { LinkPanel } from '@/lib/modules/links/views/link-panel'
import { fileLetterAnswer, sendLetter } from '@/lib/modules/needs/actions'
import { consultationById } from '@/lib/modules/needs/queries-consultation'
import { PrintLetter } from '@/lib/modules/needs/views/print-letter'
import { saidFor } from '@/lib/modules/needs/views/said'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'
import { PaperView } from '@/lib/ui/paper'
import { daySaid } from '@/lib/ui/reader'

type Props = PageProps<'/needs/consultations/[consultationId]'>

export const generateMetadata = async () => ({ title: (await saidFor()).t('letter') })

export default async function ConsultationPage({ params }: Props) {
  const { consultationId } = await params
  const [actor, said, held] = await Promise.all([currentActor(), saidFor(), read(consultationById, { consultationId })])
  const { accountId } = held
  const [links, people] = await Promise.all([
    read(panel, { subjectKind: 'consultation', subjectId: consultationId, accountId }),
    read(peopleOf, { accountId }),
  ])
  const values = { consultationId }
  return (
    <>
      <PageHeader
        title={said.t('letter')}
        crumbs={[{ label: held.account, href: `/accounts/${accountId}/needs` }]}
        crumbsLabel={said.t('where')}
        meta={
          <span>
            {said.t('consultedBy', { person: held.person, name: held.heldBy, day: daySaid(held.heldOn, said) })}
            {' · '}
            <a href={`/interactions/${held.interactionId}`}>{said.t('theContact')}</a>
          </span>
        }
        actions={
          <>
            <PrintLetter />
            <a className="button small" href={`/api/letters/${consultationId}`} download>
              {said.t('asPdf')}
            </a>
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <PaperView paper={held.letter} />
        </Card>
        <div className="no-print">
          <LinkPanel
            panel={links}
            title={held.letter.title}
            contentHash={held.contentHash}
            people={people.here.map(recipientOf)}
            personId={held.personId}
            issue={{ action: sendLetter, values }}
            file={{ action: fileLetterAnswer, values }}
            mailConfigured={isMailConfigured()}
            timeZone={actor.timeZone}
            today={said.today}
          />
        </div>
      </div>
    </>
  )
}
