'use client'
import { formatDay } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { archiveNote, noteCulture, restoreNote } from '../actions'
import { pages } from '../messages'
import { noteKinds, noteSources } from '../model-record'
import { pageChoice, pageChoices } from './words'

export type NoteView = {
  id: string
  kind: string
  text: string
  source: string
  sourceDetail: string | null
  by: string
  day: string
}
type NotesCardProps = { accountId: string; notes: readonly NoteView[]; mayEdit: boolean }

/** How they like to be met: each note says how we know. */
export function NotesCard({ accountId, notes, mayEdit }: NotesCardProps) {
  const t = useTranslator(pages)
  const locale = useLocale()
  const calendar = useCalendar()
  return (
    <Card title={t('notes')} id="notes" flush>
      <ul className="rows">
        {notes.length === 0 && <li className="text-muted">{t('notesEmpty')}</li>}
        {notes.map((note) => (
          <li key={note.id}>
            <div className="grow">
              <p className="whitespace-pre-wrap">
                <span className="text-muted">{pageChoice(t, 'noteKind', note.kind)}</span> {note.text}
              </p>
              <p className="text-sm text-muted">
                {t('noteBy', {
                  source: [pageChoice(t, 'noteSource', note.source), note.sourceDetail].filter(Boolean).join('：'),
                  by: note.by,
                  day: formatDay(note.day, locale, 'short', calendar),
                })}
              </p>
            </div>
            {mayEdit && (
              <Press
                action={archiveNote}
                undo={restoreNote}
                values={{ accountId, noteId: note.id }}
                className="button small quiet square"
                label={t('removeNote')}
                done={t('noteRemoved')}
              >
                <Icon name="x" />
              </Press>
            )}
          </li>
        ))}
        {mayEdit && (
          <li>
            <details className="grow">
              <summary className="button small quiet w-fit">{t('addNote')}</summary>
              <Form action={noteCulture} submit={t('addNote')} again>
                <input type="hidden" name="accountId" defaultValue={accountId} />
                <TextAreaField name="text" label={t('noteText')} required maxLength={2000} rows={2} />
                <ChoiceField
                  name="kind"
                  label={t('noteKind')}
                  required
                  defaultValue="etiquette"
                  options={pageChoices(t, 'noteKind', noteKinds)}
                />
                <ChoiceField
                  name="source"
                  label={t('noteSource')}
                  required
                  options={pageChoices(t, 'noteSource', noteSources)}
                />
                <TextField name="sourceDetail" label={t('noteDetail')} maxLength={300} />
              </Form>
            </details>
          </li>
        )}
      </ul>
    </Card>
  )
}
