'use client'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { CheckboxField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { editAffiliation, joinAccount, leaveAccount, moveAccount } from '../actions'
import { messages } from '../messages'
import type { Colleague, PostView } from '../model-people'
import { PostFields } from './person-fields'

type PostFormProps = { personId: string; post: PostView; today: string }

/** Changes title, role and reporting line at one account. */
export function EditPostForm({
  personId,
  post,
  colleagues,
}: Omit<PostFormProps, 'today'> & { colleagues: readonly Colleague[] }) {
  const t = useTranslator(messages)
  return (
    <Form action={editAffiliation} cancelHref={`/contacts/${personId}`} after="/contacts/{personId}">
      <input type="hidden" name="affiliationId" defaultValue={post.id} />
      <input type="hidden" name="version" defaultValue={post.version} />
      <PostFields post={post} colleagues={colleagues.filter((each) => each.id !== personId)} />
      <input type="hidden" name="main" value="false" />
      <CheckboxField name="main" label={t('main')} hint={t('mainHint')} defaultChecked={post.main} />
    </Form>
  )
}

/** The person leaves the account; the record stays. */
export function LeaveForm({ personId, post, today }: PostFormProps) {
  const t = useTranslator(messages)
  return (
    <Form action={leaveAccount} submit={t('leave')} after={`/contacts/${personId}`}>
      <input type="hidden" name="affiliationId" defaultValue={post.id} />
      <p className="text-muted">{t('leaveText', { account: post.account.name })}</p>
      <DateField name="toDay" label={t('toDay')} required defaultValue={today} max={today} />
    </Form>
  )
}

/** The person changes employers; their record and history go along. */
export function MoveForm({ personId, post, today }: PostFormProps) {
  const t = useTranslator(messages)
  return (
    <Form action={moveAccount} submit={t('move')} after={`/contacts/${personId}`}>
      <input type="hidden" name="affiliationId" defaultValue={post.id} />
      <p className="text-muted">{t('moveText', { account: post.account.name })}</p>
      <div className="form-grid">
        <DateField name="toDay" label={t('toDay')} required defaultValue={today} max={today} />
        <AccountPicker label={t('newAccount')} required />
        <TextField name="title" label={t('newTitle')} maxLength={120} />
        <TextField name="department" label={t('department')} maxLength={120} />
      </div>
    </Form>
  )
}

/** One more post at another account. */
export function JoinForm({ personId }: { personId: string }) {
  const t = useTranslator(messages)
  return (
    <Form action={joinAccount} submit={t('join')} cancelHref={`/contacts/${personId}`} after={`/contacts/${personId}`}>
      <input type="hidden" name="personId" defaultValue={personId} />
      <AccountPicker label={t('account')} required />
      <PostFields />
      <CheckboxField name="main" label={t('main')} hint={t('mainHint')} />
    </Form>
  )
}
