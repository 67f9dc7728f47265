import type { ReactNode } from 'react'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { draftNotices, removeNotice, sendNotice } from '../actions'
import { resultWords } from '../messages-results'
import type { NoticeView, ResultsView } from '../queries-results'
import type { AcknowledgementStatus } from '../rules-acknowledgement'
import { AcknowledgeForm, AddNoticeForm, EditNoticeForm } from './notice-forms'
import type { Said } from './said'

const tones: Readonly<Record<AcknowledgementStatus, Tone>> = { acknowledged: 'ok', overdue: 'risk', pending: 'info' }
type Words = Translate<typeof resultWords>

const More = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className="mt-3">
    <summary className="button small">{label}</summary>
    <div className="mt-3">{children}</div>
  </details>
)

type ResultsPageProps = { negotiationId: string; view: ResultsView; said: Said }

/** Who is told of the result: each audience with its message, its readers, and how far it reached. */
export function ResultsPage({ negotiationId, view, said }: ResultsPageProps) {
  const t = translatorOf(resultWords, said.locale)
  const { notices, undrafted, mayLead, colleagues, today, dueOn } = view
  const choices = { colleagues, today, dueOn }
  const firstMine = notices.find(({ waitsForMe }) => waitsForMe)
  const draft = mayLead && undrafted.length > 0 && (
    <Press
      action={draftNotices}
      values={{ negotiationId }}
      className={notices.length === 0 && !firstMine ? 'button primary' : 'button'}
    >
      {t('draft')}
    </Press>
  )
  return (
    <div className="grid gap-5">
      {notices.length === 0 ? (
        <Card title={t('results')}>
          <EmptyState icon="send" title={t('emptyTitle')} text={t('emptyText')} action={draft} />
        </Card>
      ) : (
        undrafted.length > 0 && (
          <div className="notice warn">
            <span className="grow">
              {t('stillToDraft', { audiences: undrafted.map((each) => t(`audience_${each}`)).join(t('comma')) })}
            </span>
            {draft}
          </div>
        )
      )}
      {notices.map((notice) => (
        <Notice key={notice.id} notice={notice} view={view} t={t} said={said} />
      ))}
      {mayLead && (
        <Card title={t('add')}>
          <p className="text-muted">{t('resultsHint')}</p>
          <More label={t('write')}>
            <AddNoticeForm negotiationId={negotiationId} {...choices} />
          </More>
        </Card>
      )}
    </div>
  )
}

type NoticeProps = { notice: NoticeView; view: ResultsView; t: Words; said: Said }

function Notice({ notice, view, t, said }: NoticeProps) {
  const { mayLead, maySend, colleagues, today, dueOn } = view
  const { sentOn, edition, embargoUntil, coverage, late, readers } = notice
  return (
    <Card title={t(`audience_${notice.audience}`)} id={`notice-${notice.id}`}>
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={sentOn ? 'ok' : 'warn'}>{sentOn ? t('sentOn', { day: daySaid(sentOn, said) }) : t('unsent')}</Chip>
        {edition > 1 && <Chip tone="bordered">{t('edition', { edition })}</Chip>}
        <Chip icon="calendar-clock">{t('tellBy', { day: daySaid(notice.dueOn, said) })}</Chip>
        {embargoUntil && <Chip icon="lock">{t('notBefore', { day: daySaid(embargoUntil, said) })}</Chip>}
        {coverage !== null && <Chip tone="info">{t('coverage', { percent: coverage })}</Chip>}
      </p>
      <p className="mt-3 whitespace-pre-line">{notice.message}</p>
      {notice.waitsForMe && (
        <div className="mt-3">
          <AcknowledgeForm noticeId={notice.id} />
        </div>
      )}
      <Terms notice={notice} t={t} />
      {readers.length === 0 ? (
        <p className="mt-3 text-muted">{t('noReaders')}</p>
      ) : (
        <Readers {...{ notice, t, said }} />
      )}
      {late.length > 0 && <p className="mt-2 text-muted">{t('late', { names: late.join(t('comma')) })}</p>}
      {mayLead && (
        <div className="mt-3 flex flex-wrap gap-2">
          {!sentOn && maySend && readers.length > 0 && (
            <Press action={sendNotice} values={{ noticeId: notice.id }} done={t('sent')}>
              {t('send')}
            </Press>
          )}
          {!sentOn && edition === 1 && (
            <Press
              action={removeNotice}
              values={{ noticeId: notice.id }}
              className="button small quiet"
              done={t('removed')}
            >
              {t('remove')}
            </Press>
          )}
        </div>
      )}
      {mayLead && (
        <More label={t(sentOn ? 'newEdition' : 'edit')}>
          <EditNoticeForm notice={notice} colleagues={colleagues} today={today} dueOn={dueOn} />
        </More>
      )}
    </Card>
  )
}

function Terms({ notice: { terms }, t }: { notice: NoticeView; t: Words }) {
  if (terms.length === 0) return null
  return (
    <div className="mt-3">
      <RecordTable
        caption={t('agreed')}
        sentences
        columns={[{ label: t('issue') }, { label: t('value') }]}
        rows={terms.map(({ key, name, value }) => ({ key, cells: [name, value] }))}
      />
    </div>
  )
}

function Readers({ notice, t, said }: { notice: NoticeView; t: Words; said: Said }) {
  return (
    <div className="mt-3">
      <RecordTable
        caption={t('readers')}
        sentences
        columns={[
          { label: t('reader') },
          { label: t('status') },
          { label: t('acknowledgedOn') },
          { label: t('comment') },
        ]}
        rows={notice.readers.map(({ id, name, status, on, comment }) => ({
          key: id,
          cells: [
            name,
            notice.sentOn ? (
              <Chip key="status" tone={tones[status]}>
                {t(`status_${status}`)}
              </Chip>
            ) : (
              t('unsent')
            ),
            on && status === 'acknowledged' ? daySaid(on, said) : '—',
            comment || '—',
          ],
        }))}
      />
    </div>
  )
}
