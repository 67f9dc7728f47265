'use client'
import { roles } from '@/lib/kernel/actor'
import { messages as companyMessages } from '@/lib/modules/workspace/messages'
import { SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { mapColumns } from '../actions'
import { words } from '../messages'
import type { BatchReading, Mapping, Subject } from '../model'
import { fieldsOf, kindChoices, letterOf } from '../model-fields'
import { type Word, wordOf } from './words'

type Props = {
  batchId: string
  version: number
  subject: Subject
  source: string
  reading: BatchReading
  mapping: Mapping
}

/** What each column means: guessed, and corrected here. Sending it tries the file; nothing is written yet. */
export function MappingForm({ batchId, version, subject, source, reading, mapping }: Props) {
  const t = useTranslator(words)
  const company = useTranslator(companyMessages)
  const word = wordOf(t)
  const columns = reading.header.map((title, place) => ({ letter: letterOf(place), title, place }))
  const fields = fieldsOf[subject].map(({ name }) => ({ value: name, label: t(`field_${name}` as Word) }))
  return (
    <Form action={mapColumns} submit={t('check')} warn={false} label={t('columns')}>
      <input type="hidden" name="batchId" defaultValue={batchId} />
      <input type="hidden" name="version" defaultValue={version} />
      <ul className="rows">
        {columns.map(({ letter, title, place }) => (
          <li key={letter}>
            <div className="grow">
              <strong className="font-medium">{title}</strong>
              <p className="truncate text-muted">{exampleOf(reading, place)}</p>
            </div>
            <SelectField
              name={`columns.${place}`}
              label={t('labelled', { label: t('field'), value: title })}
              quiet
              empty={t('notMapped')}
              defaultValue={mapping.columns[place] ?? ''}
              options={fields}
            />
          </li>
        ))}
      </ul>
      <div className="form-grid">
        <TextField
          name="source"
          label={t('source')}
          hint={t('sourceHint')}
          maxLength={60}
          defaultValue={source}
          required
          span={2}
        />
        {subject === 'accounts' && (
          <SelectField
            name="kind"
            label={t('labelled', { label: t('defaults'), value: t('kind') })}
            empty={null}
            defaultValue={mapping.kind}
            options={kindChoices.map((value) => ({ value, label: word('kind', value) }))}
          />
        )}
        {subject === 'accounts' && (
          <SelectField
            name="sameNumber"
            label={t('sameNumberChoice')}
            empty={null}
            defaultValue={mapping.sameNumber}
            options={(['refuse', 'new'] as const).map((value) => ({ value, label: word('sameNumber', value) }))}
          />
        )}
        {(subject === 'orders' || subject === 'sales' || subject === 'receivables') && (
          <TextField
            name="currency"
            label={t('labelled', { label: t('defaults'), value: t('field_currency') })}
            maxLength={3}
            defaultValue={mapping.currency ?? 'TWD'}
            required
          />
        )}
        {subject === 'members' && (
          <SelectField
            name="role"
            label={t('labelled', { label: t('defaults'), value: t('role') })}
            hint={t('roleHint')}
            empty={null}
            defaultValue={mapping.role}
            options={roles
              .filter((value) => value !== 'specialist')
              .map((value) => ({ value, label: company(`role_${value}`) }))}
          />
        )}
      </div>
      <p className="hint">{t('checkHint')}</p>
    </Form>
  )
}

const examples = 3
const longest = 120

/** A few different cells of a column. */
function exampleOf({ sample }: BatchReading, index: number): string {
  const cells = [...new Set(sample.map((row) => row[index]?.trim() ?? '').filter(Boolean))]
  return cells.slice(0, examples).join(' · ').slice(0, longest) || '—'
}
