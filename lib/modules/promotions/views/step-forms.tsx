'use client'
import { formatDay } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { agreePromotion, cancelPromotion, decideDirection, recordResult, settlePromotion } from '../actions'
import { words } from '../messages'
import { pages } from '../messages-pages'
import { decisions, stances } from '../model'
import type { PromotionRecord } from '../queries-record'

type OfPromotion = { promotion: PromotionRecord }

const Which = ({ promotion }: OfPromotion) => <input type="hidden" name="promotionId" defaultValue={promotion.id} />

/** With whom it was agreed, and how. */
export function AgreeForm({ promotion }: OfPromotion) {
  const t = useTranslator(pages)
  return (
    <Form action={agreePromotion} submit={t('agree')} warn={false}>
      <Which promotion={promotion} />
      <TextField name="agreedNote" label={t('agreedNote')} hint={t('agreedNoteHint')} required maxLength={500} />
    </Form>
  )
}

/** Why it does not take place. */
export function CancelForm({ promotion }: OfPromotion) {
  const t = useTranslator(pages)
  return (
    <Form action={cancelPromotion} submit={t('cancel')} warn={false}>
      <Which promotion={promotion} />
      <TextField name="because" label={t('cancelBecause')} required maxLength={500} />
    </Form>
  )
}

/** What came of it: sales and baseline as on record unless typed, and what only people know. */
export function ResultForm({ promotion }: OfPromotion) {
  const t = useTranslator(pages)
  const { around, result, seesMargin, unit } = promotion
  const [, during] = around.parts
  const onRecord = (value: string | null, key: 'actualUnitsHint' | 'weeklyBaselineHint') =>
    value !== null && around.onRecord ? t(key, { units: value }) : t('onRecordNone')
  const fell =
    around.ordinaryPrice !== null && during.price !== null
      ? exact(around.ordinaryPrice).minus(during.price).toFixed()
      : null
  const known = (value: string | undefined, otherwise = '0') => value ?? otherwise
  return (
    <Form action={recordResult} submit={t('recordResult')} warn={false}>
      <Which promotion={promotion} />
      <p className="hint">{t('resultHint')}</p>
      <div className="form-grid">
        <TextField
          name="actualUnits"
          label={t('actualUnits')}
          hint={onRecord(during.units, 'actualUnitsHint')}
          inputMode="decimal"
          unit={unit}
        />
        <TextField
          name="weeklyBaseline"
          label={t('weeklyBaseline')}
          hint={onRecord(around.baseline.weekly, 'weeklyBaselineHint')}
          inputMode="decimal"
          unit={unit}
        />
        <TextField
          name="cannibalised"
          label={t('cannibalised')}
          inputMode="decimal"
          unit={unit}
          defaultValue={known(result?.cannibalised)}
        />
        <TextField
          name="pulledForward"
          label={t('pulledForward')}
          inputMode="decimal"
          unit={unit}
          defaultValue={known(result?.pulledForward)}
        />
        <TextField
          name="unitDiscount"
          label={t('unitDiscount')}
          {...(fell ? { hint: t('unitDiscountHint', { amount: fell }) } : {})}
          inputMode="decimal"
          unit={promotion.currency}
          defaultValue={known(result?.unitDiscount, fell && exact(fell).gt(0) ? fell : '0')}
        />
        <TextField
          name="fixedCost"
          label={t('fixedCost')}
          inputMode="decimal"
          unit={promotion.currency}
          defaultValue={known(result?.fixedCost, promotion.budgetOurs ?? '0')}
        />
        {seesMargin && (
          <TextField
            name="unitContribution"
            label={t('unitContribution')}
            hint={t('unitContributionHint')}
            inputMode="decimal"
            unit={promotion.currency}
          />
        )}
      </div>
      <TextAreaField name="learning" label={t('learning')} maxLength={2000} defaultValue={result?.learning ?? ''} />
    </Form>
  )
}

/** What it cost in the end, by which document, and what proves that it took place. */
export function SettleForm({ promotion }: OfPromotion) {
  const t = useTranslator(pages)
  return (
    <Form action={settlePromotion} submit={t('settle')} warn={false}>
      <Which promotion={promotion} />
      <div className="form-grid">
        <TextField
          name="settledCost"
          label={t('settledCost')}
          required
          inputMode="decimal"
          unit={promotion.currency}
          defaultValue={promotion.budgetOurs}
        />
        <TextField
          name="settledDocument"
          label={t('settledDocument')}
          hint={t('settledDocumentHint')}
          maxLength={120}
        />
        {promotion.files.length > 0 && (
          <SelectField
            name="proofFileId"
            label={t('proofFile')}
            empty={t('noProofFile')}
            options={promotion.files.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextField name="proofNote" label={t('proofNote')} hint={t('proofNoteHint')} maxLength={1000} />
      </div>
      {promotion.files.length === 0 && (
        <p>
          {promotion.accounts.slice(0, 3).map(({ id, name }) => (
            <a key={id} href={`/accounts/${id}/files`}>
              {t('uploadProof', { name })}
            </a>
          ))}
        </p>
      )}
    </Form>
  )
}

/** Repeat, change or stop; why; and what speaks for or against it. */
export function DecideForm({ promotion }: OfPromotion) {
  const t = useTranslator(pages)
  const word = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const day = (value: string) => formatDay(value, locale, 'short', calendar)
  const cited = [
    ...promotion.snapshots
      .slice(0, 3)
      .map(({ id, readOn }) => ({ field: 'snapshotId', id, label: t('citedSales', { day: day(readOn) }) })),
    { field: 'citedPromotionId', id: promotion.id, label: promotion.title },
    ...promotion.others.map(({ id, title, storeFrom }) => ({
      field: 'citedPromotionId',
      id,
      label: `${title} ${day(storeFrom)}`,
    })),
  ]
  return (
    <Form action={decideDirection} submit={t('decide')} warn={false}>
      <Which promotion={promotion} />
      <ChoiceField
        name="decision"
        label={word('decision')}
        required
        options={decisions.map((value) => ({ value, label: word(`decision_${value}`) }))}
      />
      <TextAreaField name="reason" label={t('reason')} required maxLength={2000} />
      <fieldset className="form-grid">
        <legend className="label">{t('citations')}</legend>
        <p className="hint col-span-full">{t('citationsHint')}</p>
        {cited.map(({ field, id, label }, index) => (
          <div key={id}>
            <input type="hidden" name={`citations.${index}.${field}`} defaultValue={id} />
            <SelectField
              name={`citations.${index}.stance`}
              label={label}
              empty={t('notCited')}
              defaultValue={index === 0 ? 'supports' : null}
              options={stances.map((value) => ({ value, label: word(`stance_${value}`) }))}
            />
          </div>
        ))}
      </fieldset>
      <DateField name="reviewOn" label={t('reviewOn')} />
    </Form>
  )
}
