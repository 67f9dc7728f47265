import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { PageHeader } from '@/lib/ui/page-header'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { archiveFocus } from '../actions'
import { focusMessages } from '../messages-focus'
import type { FocusView } from '../queries-focus'
import type { TableView } from '../queries-table-page'
import { AddFocusForm, ConsentForm, EditFocusForm, StanceForm } from './focus-forms'
import { NegotiationsHub } from './hub'
import type { Said } from './said'

type IssueView = TableView['issues'][number]

type StanceProps = { issue: IssueView; themes: TableView['themes']; back: string; locale: Locale }

export function StanceCard({ issue, themes, back, locale }: StanceProps) {
  const t = translatorOf(focusMessages, locale)
  return (
    <Card title={t('focus')}>
      {issue.consentName && issue.consentNote && (
        <p className="notice info">{t('consented', { name: issue.consentName, note: issue.consentNote })}</p>
      )}
      <StanceForm issue={issue} themes={themes} back={back} />
      {issue.mayConsent && <ConsentForm issueId={issue.id} name={issue.name} />}
    </Card>
  )
}

/** The themes of marketing, and what negotiations trade against them. */
export function FocusPage({ view, editing, said }: { view: FocusView; editing: string | null; said: Said }) {
  const t = translatorOf(focusMessages, said.locale)
  const { themes, against, mayConfigure } = view
  const edited = mayConfigure ? themes.find(({ id }) => id === editing) : undefined
  return (
    <>
      <PageHeader title={t('focus')} />
      <NegotiationsHub current="/negotiations/focus" said={said} />
      <div className="grid gap-5">
        {edited && (
          <Card title={t('editTheme', { name: edited.name })}>
            <EditFocusForm theme={edited} people={view.people} />
          </Card>
        )}
        <Card title={t('against')} flush={against.length > 0}>
          {against.length === 0 ? (
            <p className="text-muted">{t('againstEmpty')}</p>
          ) : (
            <RecordTable
              caption={t('against')}
              sentences
              columns={[t('issue'), t('negotiation'), t('theme'), t('reason'), t('consent')].map((label) => ({
                label,
              }))}
              rows={against.map((row) => ({
                key: row.id,
                cells: [
                  row.issue,
                  <a key="to" className="link" href={`/negotiations/${row.negotiationId}/issues`}>
                    {row.account} · {row.title}
                  </a>,
                  row.focus ?? '—',
                  row.reason ?? '—',
                  row.consentBy ? (
                    t('consented', { name: row.consentBy, note: row.consentNote ?? '' })
                  ) : row.mayConsent ? (
                    <ConsentForm key="consent" issueId={row.id} name={row.issue} />
                  ) : (
                    t('notConsented')
                  ),
                ],
              }))}
            />
          )}
        </Card>
        <Card title={t('focus')} flush={themes.length > 0}>
          {themes.length === 0 ? (
            <EmptyState icon="flag" title={t('themeEmptyTitle')} text={t('themeEmptyText')} />
          ) : (
            <RecordTable
              caption={t('focus')}
              sentences
              columns={[t('theme'), t('validFrom'), t('validTo'), t('owner'), t('state')].map((label) => ({ label }))}
              rows={themes.map(({ id, name, description, validFrom, validTo, owner, standing }) => ({
                key: id,
                cells: [
                  <span key="name" className="grid">
                    {name}
                    {description && <span className="font-normal text-muted">{description}</span>}
                  </span>,
                  daySaid(validFrom, said),
                  daySaid(validTo, said),
                  owner,
                  <span key="state" className="flex flex-wrap items-center gap-2">
                    <Chip tone={standing === 'inForce' ? 'ok' : 'plain'}>{t(standing)}</Chip>
                    {mayConfigure && (
                      <>
                        <a className="button small" href={`?edit=${id}`} aria-label={t('editTheme', { name })}>
                          {t('edit')}
                        </a>
                        <Press
                          action={archiveFocus}
                          values={{ focusId: id }}
                          className="button small quiet"
                          label={t('archiveNamed', { name })}
                        >
                          {t('archive')}
                        </Press>
                      </>
                    )}
                  </span>,
                ],
              }))}
            />
          )}
        </Card>
        {mayConfigure && !edited && (
          <Card title={t('addTheme')}>
            <p className="hint">{t('focusHint')}</p>
            <AddFocusForm people={view.people} today={view.today} />
          </Card>
        )}
      </div>
    </>
  )
}
