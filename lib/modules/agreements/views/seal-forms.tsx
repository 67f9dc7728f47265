'use client'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { ProofField } from '@/lib/ui/proof-field'
import { TextField } from '@/lib/ui/text-field'
import { markSealed, requestSeal, returnOriginal, sendOriginal } from '../actions'
import { sealMessages } from '../messages-seals'
import { sealKinds } from '../model-seals'

type Member = { id: string; name: string }
type Colleagues = { members: readonly Member[]; keeperId?: string }

/** Who keeps the originals: whoever asks, unless it is somebody else. */
function Custodian({ members, keeperId }: Colleagues) {
  const t = useTranslator(sealMessages)
  return (
    <SelectField
      name="custodianId"
      label={t('custodian')}
      empty={keeperId ? null : t('custodianMe')}
      defaultValue={keeperId ?? ''}
      options={members.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

/** Asks for the originals of a version to be sealed. */
export function RequestSealForm({ versionId, ...colleagues }: Colleagues & { versionId: string }) {
  const t = useTranslator(sealMessages)
  return (
    <Form action={requestSeal} submit={t('requestSeal')} secondary again label={t('requestSeal')}>
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <div className="form-grid">
        <ChoiceField
          name="seals"
          label={t('kinds')}
          multiple
          span={2}
          defaultValue={['company', 'representative']}
          options={sealKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        />
        <TextField name="copies" label={t('copies')} inputMode="numeric" required defaultValue="2" />
        <TextField name="requestNumber" label={t('requestNumber')} hint={t('requestNumberHint')} maxLength={60} />
        <Custodian {...colleagues} />
        <CheckboxField name="acrossPages" label={t('acrossPages')} defaultChecked />
        <TextField name="note" label={t('note')} maxLength={2000} span={2} />
      </div>
    </Form>
  )
}

type OneProps = { agreementSealId: string; today: string; back: string }
const Which = ({ id }: { id: string }) => <input type="hidden" name="agreementSealId" defaultValue={id} />

/** Records that it was sealed. */
export function MarkSealedForm({ agreementSealId, today, back }: OneProps) {
  const t = useTranslator(sealMessages)
  return (
    <Form action={markSealed} submit={t('markSealed')} after={back} cancelHref={back}>
      <Which id={agreementSealId} />
      <div className="form-grid">
        <DateField name="sealedOn" label={t('sealedOn')} required defaultValue={today} />
        <TextField name="keptAt" label={t('keptAt')} hint={t('keptAtHint')} maxLength={200} />
      </div>
    </Form>
  )
}

/** Records that the original left the house. */
export function SendOriginalForm({ agreementSealId, today, dueBackOn, back }: OneProps & { dueBackOn: string }) {
  const t = useTranslator(sealMessages)
  return (
    <Form action={sendOriginal} submit={t('sendOriginal')} after={back} cancelHref={back}>
      <Which id={agreementSealId} />
      <div className="form-grid">
        <DateField name="sentOn" label={t('sentOn')} required defaultValue={today} />
        <DateField name="dueBackOn" label={t('dueBackOn')} required defaultValue={dueBackOn} />
      </div>
    </Form>
  )
}

/** Records that the original came back, with the scan of it. */
export function ReturnOriginalForm({ agreementSealId, today, back, ...colleagues }: OneProps & Colleagues) {
  const t = useTranslator(sealMessages)
  return (
    <Form action={returnOriginal} submit={t('returnOriginal')} after={back} cancelHref={back}>
      <Which id={agreementSealId} />
      <div className="form-grid">
        <DateField name="returnedOn" label={t('returnedOn')} required defaultValue={today} />
        <Custodian {...colleagues} />
        <TextField name="keptAt" label={t('keptAt')} hint={t('keptAtHint')} maxLength={200} span={2} />
        <ProofField label={t('scan')} />
      </div>
    </Form>
  )
}
