'use client'
import type { FormAction } from '@/lib/kernel/form-state'
import { CheckboxField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { signerMessages } from '../messages-signer'
import { SignaturePad } from './signature-pad'

type SignProps<Value> = {
  action: FormAction<Value>
  /** Who signs: the link, or the signatory in the product. */
  who: Readonly<Record<string, string>>
  shownHash: string
  name: string
  after?: string
}

/** One's own signature: the name typed or drawn, and the consent to sign electronically. */
export function SignForm<Value>({ action, who, shownHash, name, after }: SignProps<Value>) {
  const t = useTranslator(signerMessages)
  return (
    <Form action={action} submit={t('sign')} label={t('signTitle')} {...(after ? { after } : {})}>
      <Hidden values={{ ...who, shownHash }} />
      <TextField name="typedName" label={t('typedName')} hint={t('typedHint')} placeholder={name} maxLength={100} />
      <SignaturePad label={t('draw')} clear={t('clear')} />
      <CheckboxField name="agreed" label={t('consent_1')} />
    </Form>
  )
}

type DeclineProps<Value> = Pick<SignProps<Value>, 'action' | 'who' | 'after'>

/** Behind a fold: one does not sign, and says why. */
export function DeclineForm<Value>({ action, who, after }: DeclineProps<Value>) {
  const t = useTranslator(signerMessages)
  return (
    <details className="objection">
      <summary>{t('declineTitle')}</summary>
      <Form action={action} submit={t('decline')} secondary label={t('declineTitle')} {...(after ? { after } : {})}>
        <p className="hint">{t('declineHint')}</p>
        <Hidden values={who} />
        <TextAreaField name="reason" label={t('reason')} required rows={2} maxLength={2000} />
      </Form>
    </details>
  )
}

const Hidden = ({ values }: { values: Readonly<Record<string, string>> }) =>
  Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} defaultValue={value} />)
