'use client'
import { useState } from 'react'
import { PersonPicker } from '@/lib/modules/contacts/views/picker'
import { Issued } from '@/lib/modules/links/views/mark'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { ProofField } from '@/lib/ui/proof-field'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import {
  addSignatory,
  recallPaper,
  recordDeclined,
  recordProvisional,
  recordSigned,
  sendOut,
  sendSigningLink,
} from '../actions'
import { signingPages } from '../messages-signing-pages'
import { filedVias, signingMethods, signingParts } from '../model-signing'
import type { SignatoryView, SigningView } from '../queries-signing'

type Member = { id: string; name: string }
type AddProps = {
  versionId: string
  side: 'us' | 'them'
  accountId: string
  members: readonly Member[]
  mails: SigningView['mails']
}

/** Names somebody who signs on one side. */
export function AddSignatoryForm({ versionId, side, accountId, members, mails }: AddProps) {
  const t = useTranslator(signingPages)
  const [personId, setPersonId] = useState('')
  return (
    <Form
      action={addSignatory}
      submit={t('add')}
      secondary
      again
      label={t(side === 'us' ? 'addOurs' : 'addTheirs')}
      onDone={() => setPersonId('')}
    >
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <input type="hidden" name="side" defaultValue={side} />
      <div className="form-grid">
        {side === 'us' ? (
          <SelectField
            name="memberId"
            label={t('colleague')}
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <PersonPicker
            label={t('person')}
            accountId={accountId}
            onChoose={(person) => setPersonId(person?.id ?? '')}
          />
        )}
        <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={100} />
        <TextField name="title" label={t('title')} maxLength={100} />
        <ChoiceField
          name="method"
          label={t('method')}
          defaultValue="ink"
          options={signingMethods.map((value) => ({ value, label: t(`method_${value}`) }))}
        />
        <ChoiceField
          name="part"
          label={t('part')}
          defaultValue="signer"
          options={signingParts.map((value) => ({ value, label: t(`part_${value}`) }))}
        />
        <TextField name="order" label={t('order')} hint={t('orderHint')} inputMode="numeric" defaultValue="1" />
        {side === 'them' && (
          <TextField
            key={personId}
            name="mailTo"
            type="email"
            label={t('mailTo')}
            hint={t('mailToHint')}
            defaultValue={mails[personId]}
          />
        )}
      </div>
    </Form>
  )
}

/** Sends the version out; the notice is asked for only where somebody signs electronically. */
export function SendOutForm({ versionId, electronic }: { versionId: string; electronic: boolean }) {
  const t = useTranslator(signingPages)
  return (
    <Form action={sendOut} submit={t('sendOut')}>
      <p>{t('sendOutText')}</p>
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      {electronic && <CheckboxField name="noticeGiven" label={t('noticeGiven')} />}
    </Form>
  )
}

type OneProps = { signatory: SignatoryView; today: string; back: string }

/** Files the signature of one, with its proof. */
export function RecordSignedForm({ signatory, today, back }: OneProps) {
  const t = useTranslator(signingPages)
  return (
    <Form action={recordSigned} submit={t('file')} after={back} cancelHref={back}>
      <input type="hidden" name="signatoryId" defaultValue={signatory.id} />
      <ChoiceField
        name="via"
        label={t('via')}
        defaultValue="scan"
        options={filedVias.map((value) => ({ value, label: t(`via_${value}`) }))}
      />
      <DateField name="signedOn" label={t('signedOn')} required defaultValue={today} />
      <ProofField label={t('proof')} />
    </Form>
  )
}

/** Records that one declined, with the reason. */
export function DeclinedForm({ signatory, back }: Omit<OneProps, 'today'>) {
  const t = useTranslator(signingPages)
  return (
    <Form action={recordDeclined} submit={t('declineSubmit')} after={back} cancelHref={back}>
      <p>{t('declineText')}</p>
      <input type="hidden" name="signatoryId" defaultValue={signatory.id} />
      <TextAreaField name="reason" label={t('reason')} required maxLength={2000} rows={3} />
    </Form>
  )
}

/** Makes the link for one of the other side, and shows its address this once. */
export function SigningLinkForm({ signatory, title, back }: Omit<OneProps, 'today'> & { title: string }) {
  const t = useTranslator(signingPages)
  const [issued, setIssued] = useState<{ address?: string; mailedTo: string | null } | null>(null)
  if (issued)
    return (
      <>
        <Issued address={issued.address} title={title} person={signatory.name} mailedTo={issued.mailedTo} />
        <p className="mt-3">
          <a className="button" href={back}>
            {t('backToSigning')}
          </a>
        </p>
      </>
    )
  return (
    <Form action={sendSigningLink} submit={t('makeLink')} cancelHref={back} onDone={setIssued}>
      <p>{t('linkText')}</p>
      <input type="hidden" name="signatoryId" defaultValue={signatory.id} />
      <div className="form-grid">
        <TextField
          name="mailTo"
          type="email"
          label={t('mailTo')}
          hint={t('mailToHint')}
          defaultValue={signatory.mailTo ?? signatory.mailKnown}
        />
        <TextField name="validDays" label={t('validDays')} inputMode="numeric" defaultValue="14" />
      </div>
    </Form>
  )
}

/** Takes the version back while it is being signed. */
export function RecallForm({ versionId }: { versionId: string }) {
  const t = useTranslator(signingPages)
  return (
    <Form action={recallPaper} submit={t('recall')} secondary>
      <p>{t('recallText')}</p>
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <TextAreaField name="reason" label={t('reason')} required maxLength={2000} rows={2} />
    </Form>
  )
}

type ProvisionalProps = { versionId: string; kept: SigningView['provisional']; back: string }

/** Records which terms both sides went by until it was signed, with a file or a note that shows it. */
export function ProvisionalForm({ versionId, kept, back }: ProvisionalProps) {
  const t = useTranslator(signingPages)
  return (
    <Form
      action={recordProvisional}
      submit={t('provisionalSave')}
      secondary
      after={back}
      label={t('provisional')}
      {...(kept && { cancelHref: back })}
    >
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <TextAreaField
        name="provisionalTerms"
        label={t('provisionalTerms')}
        hint={t('provisionalTermsHint')}
        defaultValue={kept?.terms ?? ''}
        maxLength={5000}
        rows={3}
      />
      <TextAreaField
        name="provisionalNote"
        label={t('provisionalNote')}
        hint={t('provisionalNoteHint')}
        defaultValue={kept?.note ?? ''}
        maxLength={2000}
        rows={2}
      />
      <ProofField label={t('provisionalFile')} kept={kept?.file ?? null} />
    </Form>
  )
}
