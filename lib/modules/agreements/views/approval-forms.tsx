'use client'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField } from '@/lib/ui/text-field'
import { submitAgreement, takeBackAgreement } from '../actions'
import { approvalMessages } from '../messages-approval'

/** Puts what is seen before its approvers. */
export function SubmitForm({ versionId, contentHash }: { versionId: string; contentHash: string }) {
  const t = useTranslator(approvalMessages)
  return (
    <Form action={submitAgreement} submit={t('submit')}>
      <input type="hidden" name="agreementVersionId" value={versionId} />
      <input type="hidden" name="contentHash" value={contentHash} />
      <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} maxLength={4000} />
    </Form>
  )
}

/** Takes it back into a draft, with a reason. */
export function TakeBackForm({ versionId }: { versionId: string }) {
  const t = useTranslator(approvalMessages)
  return (
    <Form action={takeBackAgreement} submit={t('takeBack')}>
      <p className="hint">{t('takeBackHint')}</p>
      <input type="hidden" name="agreementVersionId" value={versionId} />
      <TextAreaField name="reason" label={t('takeBackReason')} required rows={2} maxLength={2000} />
    </Form>
  )
}
