'use client'
import { dayOf, formatDay } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { SelectField } from '@/lib/ui/choice-field'
import { EmptyState } from '@/lib/ui/empty-state'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { submitProcedure, writeProcedure } from '../actions'
import { messages } from '../messages'
import { pageMessages } from '../messages-pages'
import { type ProcedureKind, procedureKinds } from '../model-procedures'
import type { ProcedureVersion } from '../queries-procedures'
import { optionsOf } from './words'

type Procedure = { kind: ProcedureKind; versions: readonly ProcedureVersion[]; inForce: string | null }

const tones: Readonly<Record<string, Tone>> = {
  approved: 'ok',
  pending: 'info',
  rejected: 'risk',
  changesRequested: 'warn',
}

/** How needs are made sure of: by kind, in writing, with every version there was. */
export function ProceduresPanel({ procedures, mayWrite }: { procedures: readonly Procedure[]; mayWrite: boolean }) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  return (
    <div className="grid gap-4">
      {procedures.length === 0 && (
        <EmptyState icon="list-checks" title={t('proceduresEmpty')} text={t('proceduresEmptyText')} />
      )}
      {procedures.map(({ kind, versions, inForce }) => (
        <Card key={kind} title={word(`procedure_${kind}`)}>
          <ul className="grid gap-4">
            {versions.map((version) => (
              <li key={version.versionId}>
                <p className="flex flex-wrap items-center gap-2">
                  <strong>{t('versionOf', { number: version.number, title: version.title })}</strong>
                  <Chip tone={tones[version.state] ?? 'plain'}>
                    {version.versionId === inForce ? t('inForce') : t(`run_${version.state}`)}
                  </Chip>
                  <span className="text-muted">
                    {version.author} · {formatDay(dayOf(new Date(version.writtenAt)), locale, 'short', calendar)}
                  </span>
                  {mayWrite && version.state !== 'approved' && version.state !== 'pending' && (
                    <Press action={submitProcedure} values={{ procedureVersionId: version.versionId }}>
                      {t('submitProcedure')}
                    </Press>
                  )}
                </p>
                <details open={version.versionId === inForce}>
                  <summary>{t('words')}</summary>
                  <p className="whitespace-pre-line">{version.body}</p>
                  <ul className="list-disc pl-6">
                    {version.checklist.map((point) => (
                      <li key={point}>{point}</li>
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
          {mayWrite && versions[0] && (
            <details className="mt-3">
              <summary className="button small">{t('writeAnew')}</summary>
              <ProcedureForm kind={kind} from={versions[0]} />
            </details>
          )}
        </Card>
      ))}
      {mayWrite && (
        <Card title={t('writeProcedure')}>
          <ProcedureForm />
        </Card>
      )}
    </div>
  )
}

function ProcedureForm({ kind, from }: { kind?: ProcedureKind; from?: ProcedureVersion }) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  return (
    <Form action={writeProcedure} submit={t('writeVersion')} again={!from} warn={false} className="mt-3">
      {kind ? (
        <input type="hidden" name="kind" defaultValue={kind} />
      ) : (
        <SelectField
          name="kind"
          label={t('forWhichNeeds')}
          required
          options={optionsOf(word, 'procedure', procedureKinds)}
        />
      )}
      <TextField
        name="title"
        label={t('procedureTitleField')}
        required
        maxLength={200}
        defaultValue={from?.title ?? null}
      />
      <TextAreaField name="body" label={t('procedureBody')} required rows={5} defaultValue={from?.body ?? null} />
      <TextAreaField
        name="checklist"
        label={t('checklist')}
        hint={t('checklistHint')}
        required
        rows={5}
        defaultValue={from?.checklist.join('\n') ?? null}
      />
    </Form>
  )
}
