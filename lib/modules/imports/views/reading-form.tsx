'use client'
import { delimiters, encodings } from '@/lib/kernel/spreadsheet/reading'
import { SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { readAs } from '../actions'
import { words } from '../messages'
import type { BatchReading, Subject } from '../model'
import { wordOf } from './words'

const delimiterWords = {
  ',': 'delimiter_comma',
  ';': 'delimiter_semicolon',
  '\t': 'delimiter_tab',
  '|': 'delimiter_bar',
} as const
const encodingNames: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  big5: 'Big5',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB 18030',
  shift_jis: 'Shift JIS',
  'windows-1252': 'Windows 1252',
}

type Props = { batchId: string; subject: Subject; subjects: readonly Subject[]; reading: BatchReading }

/** How the bytes become rows; every choice shows in the preview at once. */
export function ReadingForm({ batchId, subject, subjects, reading }: Props) {
  const t = useTranslator(words)
  const word = wordOf(t)
  const isText = reading.format === 'csv'
  return (
    <Form
      key={JSON.stringify([subject, reading.encoding, reading.delimiter, reading.sheet, reading.headerRow])}
      action={readAs}
      foot="none"
      warn={false}
      label={t('howRead')}
    >
      <input type="hidden" name="batchId" defaultValue={batchId} />
      <div className="form-grid">
        <SelectField
          name="subject"
          label={t('subject')}
          empty={null}
          defaultValue={subject}
          options={subjects.map((value) => ({ value, label: word('subject', value) }))}
        />
        <TextField
          name="headerRow"
          label={t('headerRow')}
          hint={t('headerRowHint')}
          inputMode="numeric"
          maxLength={3}
          defaultValue={reading.header.length > 0 ? reading.headerRow : ''}
        />
        {isText && (
          <SelectField
            name="encoding"
            label={t('encoding')}
            empty={t('encodingFound')}
            defaultValue={reading.encoding}
            options={encodings.map((value) => ({ value, label: encodingNames[value] ?? value }))}
          />
        )}
        {isText && (
          <SelectField
            name="delimiter"
            label={t('delimiter')}
            empty={t('encodingFound')}
            defaultValue={reading.delimiter}
            options={delimiters.map((value) => ({ value, label: t(delimiterWords[value]) }))}
          />
        )}
        {!isText && reading.sheets.length > 1 && (
          <SelectField
            name="sheet"
            label={t('sheet')}
            empty={null}
            defaultValue={reading.sheet}
            options={reading.sheets.map((value) => ({ value, label: value }))}
          />
        )}
      </div>
      <div>
        <button type="submit" className="button">
          {t('readAgain')}
        </button>
      </div>
    </Form>
  )
}
