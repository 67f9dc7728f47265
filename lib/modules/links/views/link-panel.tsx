'use client'
import { type ReactNode, useState } from 'react'
import { formatDay, formatMoment } from '@/lib/kernel/day'
import type { FormAction } from '@/lib/kernel/form-state'
import { Card } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { usePressRows } from '@/lib/ui/press-rows'
import { ProofField } from '@/lib/ui/proof-field'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { showToast } from '@/lib/ui/toasts'
import { revokeLink } from '../actions'
import { messages } from '../messages'
import {
  type AnswerView,
  type IssuedLink,
  type LinkState,
  type LinkView,
  methods,
  mostDays,
  outcomes,
  usualDays,
} from '../model'
import { Issued } from './mark'

export type LinkPanelProps = {
  /** What `links.panel` answered. */
  panel: { links: readonly LinkView[]; answers: readonly AnswerView[]; mayEdit: boolean }
  /** What the paper is called, for the message that goes with the link. */
  title: string
  /** The hash of what would be sent now; answers to another content are marked. Without it nothing is marked. */
  contentHash?: string
  /** Whom the link can be for. */
  people?: readonly { id: string; name: string; email?: string | null }[]
  /** Whom of them the paper was written for. */
  personId?: string
  /** The module's own command that writes the paper and calls `links.issueLink`; without it no link can be made. */
  issue?: { action: FormAction<Partial<IssuedLink>>; values: Readonly<Record<string, string>>; fields?: ReactNode }
  /** The module's own command that calls `links.fileAnswer`; without it nothing can be filed. */
  file?: { action: FormAction<unknown>; values: Readonly<Record<string, string>>; fields?: ReactNode }
  mailConfigured: boolean
  timeZone: string
  /** YYYY-MM-DD, for the day of a filed answer. */
  today: string
}

/** Everything about a client's confirmation of one paper: make a link, see what became of it, file what came otherwise. */
export function LinkPanel(props: LinkPanelProps) {
  const { panel, issue, file, title } = props
  const t = useTranslator(messages)
  // Kept here, not in the form: what was sent may be frozen by that, and no second link offered; its address is shown once.
  const [issued, setIssued] = useState<IssuedNow | null>(null)
  const nothing = panel.links.length === 0 && panel.answers.length === 0
  return (
    <Card title={t('panelTitle')}>
      <div className="grid gap-5">
        {nothing && <p className="empty-line">{t('panelEmpty')}</p>}
        {panel.answers.length > 0 && <Answers {...props} />}
        {panel.links.length > 0 && <Links {...props} />}
        {panel.mayEdit && issue && <IssueForm {...props} issue={issue} onIssued={setIssued} />}
        {issued && <Issued key={issued.address} {...issued} title={title} />}
        {panel.mayEdit && file && (
          <details>
            <summary>{t('file')}</summary>
            <p className="hint">{t('fileHint')}</p>
            <FileForm file={file} today={props.today} />
          </details>
        )}
      </div>
    </Card>
  )
}

const useMoment = (timeZone: string) => {
  const [locale, calendar] = [useLocale(), useCalendar()]
  return (iso: string) => formatMoment(new Date(iso), locale, 'short', calendar, timeZone)
}

function Answers({ panel, contentHash }: LinkPanelProps) {
  const t = useTranslator(messages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  return (
    <section>
      <h3>{t('answers')}</h3>
      <ul className="rows">
        {panel.answers.map((answer) => (
          <li key={answer.id}>
            <div className="grow">
              <p>
                <Chip
                  tone={answer.outcome === 'confirmed' ? 'ok' : 'risk'}
                  icon={answer.outcome === 'confirmed' ? 'circle-check' : 'circle-x'}
                >
                  {t(`outcome_${answer.outcome}`)}
                </Chip>{' '}
                {t('answerLine', {
                  person: answer.person ?? t('nobodyNamed'),
                  via: t(`method_${answer.via}`),
                  on: formatDay(answer.answeredOn, locale, 'short', calendar),
                })}{' '}
                {contentHash && answer.contentHash !== contentHash && <Chip tone="warn">{t('older')}</Chip>}
              </p>
              {answer.comment && <p className="whitespace-pre-line">{answer.comment}</p>}
              {(answer.note || answer.recordedBy || answer.fileId) && (
                <p className="text-muted">
                  {answer.recordedBy && `${t('recordedBy', { name: answer.recordedBy })} `}
                  {answer.note}{' '}
                  {answer.fileId && (
                    <a href={`/api/files/${answer.fileId}`} download>
                      {t('openFile')}
                    </a>
                  )}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const tones: Readonly<Record<LinkState, Tone>> = { open: 'info', answered: 'ok', revoked: 'plain', expired: 'warn' }

function Links({ panel, timeZone }: LinkPanelProps) {
  const t = useTranslator(messages)
  const moment = useMoment(timeZone)
  const { form, button } = usePressRows({ action: revokeLink, name: 'linkId' })
  return (
    <section>
      <h3>{t('links')}</h3>
      {form}
      <ul className="rows">
        {panel.links.map((link) => (
          <li key={link.id}>
            <div className="grow">
              <p>
                <Chip tone={tones[link.state]}>{t(`state_${link.state}`)}</Chip> {link.recipient ?? t('nobodyNamed')} ·{' '}
                {t('issuedBy', { name: link.issuedBy, at: moment(link.issuedAt) })}
              </p>
              <p className="text-muted">
                {t('validUntil', { at: moment(link.validUntil) })} · {t('reads', { count: link.reads.length })}
                {link.reads[0] && ` · ${t('lastRead', { at: moment(link.reads[0].at) })}`}
              </p>
              {link.reads.length > 0 && (
                <details>
                  <summary>{t('showReads')}</summary>
                  <ul>
                    {link.reads.map(({ at, network, device }) => (
                      <li key={`${at} ${network}`} className="text-muted">
                        {t('readAt', { at: moment(at), device: device.replace('|', ' · '), network })}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
            <a className="button small" href={`/api/papers/${link.id}`} download>
              {t('pdf')}
            </a>
            {panel.mayEdit && link.state === 'open' && (
              <button
                {...button({
                  id: link.id,
                  label: t('revokeFor', { person: link.recipient ?? t('nobodyNamed') }),
                  done: t('revoked'),
                })}
              >
                {t('revoke')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type IssuedNow = { address: string | undefined; person: string | null; mailedTo: string | null }
type IssueFormProps = LinkPanelProps & {
  issue: NonNullable<LinkPanelProps['issue']>
  onIssued: (issued: IssuedNow) => void
}

function IssueForm({ issue, people = [], personId: meant, mailConfigured, onIssued }: IssueFormProps) {
  const t = useTranslator(messages)
  const [personId, setPersonId] = useState(() => people.find(({ id }) => id === meant)?.id ?? '')
  const mailKnown = (id: string) => (mailConfigured && people.find((each) => each.id === id)?.email) || ''
  const [mailTo, setMailTo] = useState(() => mailKnown(personId))
  const person = people.find(({ id }) => id === personId)
  return (
    <section>
      <h3>{t('issue')}</h3>
      <Form
        action={issue.action}
        foot="none"
        warn={false}
        onDone={({ address }) => onIssued({ address, person: person?.name ?? null, mailedTo: mailTo || null })}
      >
        {Object.entries(issue.values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} defaultValue={value} />
        ))}
        <div
          className="form-grid"
          onChange={(event) => {
            const { name, value } = event.target as unknown as HTMLInputElement
            if (name === 'personId') {
              setPersonId(value)
              setMailTo(mailKnown(value))
            }
            if (name === 'mailTo') setMailTo(value.trim())
          }}
        >
          {people.length > 0 && (
            <SelectField
              name="personId"
              label={t('person')}
              empty={t('noPerson')}
              defaultValue={personId}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <TextField
            name="validDays"
            label={t('validDays')}
            unit={t('days')}
            inputMode="numeric"
            defaultValue={usualDays}
            hint={t('validDaysHint', { most: mostDays })}
          />
          {mailConfigured && (
            <TextField
              key={personId}
              name="mailTo"
              type="email"
              label={t('mailTo')}
              hint={t(person?.email ? 'mailToKnown' : 'mailToHint')}
              defaultValue={person?.email}
            />
          )}
          {issue.fields}
        </div>
        <p className="hint">{t('issueHint')}</p>
        <button type="submit" className="button">
          {t('issue')}
        </button>
      </Form>
    </section>
  )
}

function FileForm({ file, today }: { file: NonNullable<LinkPanelProps['file']>; today: string }) {
  const t = useTranslator(messages)
  return (
    <Form action={file.action} foot="none" again onDone={() => showToast({ text: t('filed') })}>
      {Object.entries(file.values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} defaultValue={value} />
      ))}
      <div className="form-grid">
        <ChoiceField
          name="outcome"
          label={t('outcome')}
          required
          defaultValue="confirmed"
          options={outcomes.map((value) => ({ value, label: t(`outcome_${value}`) }))}
        />
        <SelectField
          name="method"
          label={t('method')}
          required
          empty={null}
          defaultValue="line"
          options={methods.map((value) => ({ value, label: t(`method_${value}`) }))}
        />
        <DateField name="answeredOn" label={t('answeredOn')} required defaultValue={today} max={today} />
        <ProofField label={t('proof')} />
        <TextAreaField name="comment" label={t('comment')} rows={2} maxLength={5000} />
        <TextAreaField name="note" label={t('note')} hint={t('noteHint')} rows={2} maxLength={2000} />
        {file.fields}
      </div>
      <button type="submit" className="button">
        {t('fileSave')}
      </button>
    </Form>
  )
}
