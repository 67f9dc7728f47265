import type { Metadata } from 'next'
import { ApprovalPanel } from '@/app/(crm)/review/approval-panel'
import { isMailConfigured } from '@/lib/kernel/mailer'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { recipientOf } from '@/lib/modules/contacts/model-people'
import { peopleOf } from '@/lib/modules/contacts/queries-people'
import { panel } from '@/lib/modules/links/queries'
import { LinkPanel } from '@/lib/modules/links/views/link-panel'
import { outcomeMessages } from '@/lib/modules/negotiations/messages-outcome'
import { versionSource } from '@/lib/modules/negotiations/queries-outcome'
import { fileConfirmation, issueOutline } from '@/lib/modules/terms/actions'
import { termPages } from '@/lib/modules/terms/messages-pages'
import { compareVersions, termEditor, type VersionView, version } from '@/lib/modules/terms/queries-pages'
import { AnswerNotice } from '@/lib/modules/terms/views/answer-notice'
import { AnsweredOutline, LanguageField } from '@/lib/modules/terms/views/language-field'
import { saidFor } from '@/lib/modules/terms/views/said'
import { DiscardButton, SubmitForm } from '@/lib/modules/terms/views/sheet-forms'
import { StateChip } from '@/lib/modules/terms/views/version-list'
import {
  ChangeCard,
  CompareCard,
  EditTerm,
  FrameCard,
  PickTerm,
  VersionTerms,
} from '@/lib/modules/terms/views/version-view'
import { Card } from '@/lib/ui/card'

type Props = PageProps<'/accounts/[accountId]/terms/[versionId]'>

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(termPages))('terms') })

const uuid = /^[0-9a-f-]{36}$/
const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

export default async function VersionPage({ params, searchParams }: Props) {
  const [{ accountId, versionId }, address, said] = [await params, await searchParams, await saidFor()]
  const [code, withId] = [textOf(address.term).slice(0, 40), textOf(address.with)]
  const [view, editor, compared, source] = await Promise.all([
    read(version, { versionId }),
    code ? read(termEditor, { versionId, code }) : null,
    uuid.test(withId) ? read(compareVersions, { versionId, withId }) : null,
    read(versionSource, { versionId }),
  ])
  const { t } = said
  const unsure = view.terms.filter(({ special }) => special?.unsure).length
  const asked = view.state !== 'draft' && view.state !== 'proposed'
  return (
    <div className="flex flex-col gap-5">
      <p>
        <a href={`/accounts/${accountId}/terms`}>{t('backToTerms')}</a>
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <h2>{t('versionNumber', { number: view.number })}</h2>
        <StateChip state={view.state} said={said} />
        <span className="text-muted">{said.period(view.validFrom, view.validTo)}</span>
        <a className="button small" href={`/accounts/${accountId}/terms/${versionId}/outline`}>
          {t('outline')}
        </a>
        <a className="button small quiet" href={`/accounts/${accountId}/terms/${versionId}/history`}>
          {t('history')}
        </a>
        {view.mayDraft && (view.state === 'draft' || view.state === 'internallyApproved') && (
          <DiscardButton versionId={versionId} />
        )}
      </div>
      {source && (
        <p>
          <a href={`/negotiations/${source.id}/outcome`}>
            {(await translator(outcomeMessages))('fromNegotiation', { title: source.title })}
          </a>
        </p>
      )}
      <AnswerNotice view={view} said={said} />
      {editor && view.mayChange && <EditTerm view={view} editor={editor} said={said} />}
      <VersionTerms view={view} said={said} />
      {view.changes && (
        <ChangeCard
          title={t('changeSince', { number: view.changes.since })}
          rows={view.changes.rows}
          total={view.changes.total}
          currency={view.currency}
          said={said}
        />
      )}
      {view.others.length > 0 && <CompareCard view={view} compared={compared} said={said} />}
      {view.mayChange && <PickTerm view={view} said={said} />}
      {view.mayChange && <FrameCard view={view} said={said} />}
      {view.mayDraft && view.state === 'draft' && (
        <Card title={t('submit')}>
          {unsure > 0 && <p className="notice warn mb-3">{t('unsureTerms', { count: unsure })}</p>}
          <SubmitForm versionId={versionId} />
        </Card>
      )}
      {view.run && <ApprovalPanel subjectKind="termSheet" subjectId={versionId} />}
      {asked && <ClientCard view={view} />}
    </div>
  )
}

async function ClientCard({ view }: { view: VersionView }) {
  const { versionId, account, today } = view
  const [actor, t, links, people] = await Promise.all([
    currentActor(),
    translator(termPages),
    read(panel, { subjectKind: 'termSheet', subjectId: versionId, accountId: account.id }),
    read(peopleOf, { accountId: account.id }),
  ])
  return (
    <LinkPanel
      panel={links}
      title={t('outlineFor')}
      people={people.here.map(recipientOf)}
      {...(view.state === 'internallyApproved'
        ? {
            issue: { action: issueOutline, values: { versionId }, fields: <LanguageField /> },
            file: {
              action: fileConfirmation,
              values: { versionId },
              fields: <AnsweredOutline outlines={view.outlines} today={today} />,
            },
          }
        : {})}
      mailConfigured={isMailConfigured()}
      timeZone={actor.timeZone}
      today={today}
    />
  )
}
