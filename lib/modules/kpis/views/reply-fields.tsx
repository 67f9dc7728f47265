'use client'
import { methods } from '@/lib/modules/links/model'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { useTranslator } from '@/lib/ui/locale'
import { ProofField } from '@/lib/ui/proof-field'
import { TextField } from '@/lib/ui/text-field'
import { paperWords } from '../messages-paper'
import { sharingWords } from '../messages-sharing'
import { replies } from '../model'

/** What the client said, how and when it came, and what proves it; of a figure (`unit`) also their own number. */
export function ReplyFields({ unit, today }: { unit: string | null; today: string }) {
  const t = useTranslator(sharingWords)
  const paper = useTranslator(paperWords)
  return (
    <>
      <p className="hint">{t('fileText')}</p>
      <div className="form-grid">
        <ChoiceField
          name="reply"
          label={t('reply')}
          required
          defaultValue="agree"
          options={replies.map((value) => ({ value, label: paper(value) }))}
        />
        <SelectField
          name="method"
          label={t('method')}
          empty={null}
          defaultValue="line"
          options={methods.map((value) => ({ value, label: t(`method_${value}`) }))}
        />
        {unit !== null && (
          <>
            <TextField name="theirValue" label={t('theirValue')} unit={unit} inputMode="decimal" />
            <TextField name="theirSource" label={t('theirSource')} maxLength={500} />
          </>
        )}
        <DateField name="answeredOn" label={t('answeredOn')} required defaultValue={today} max={today} />
        <TextField name="note" label={t('note')} hint={t('noteHint')} maxLength={2000} />
        <ProofField label={t('proof')} />
      </div>
    </>
  )
}
