'use client'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField } from '@/lib/ui/text-field'
import { acknowledgeNotice, addNotice, editNotice } from '../actions'
import { resultWords } from '../messages-results'
import { audiences } from '../model-results'
import type { NoticeView, ResultsView } from '../queries-results'

type Choices = Pick<ResultsView, 'colleagues' | 'today' | 'dueOn'>

function ContentFields({ notice, colleagues, today, dueOn }: Choices & { notice?: NoticeView }) {
  const t = useTranslator(resultWords)
  return (
    <>
      <TextAreaField
        name="message"
        label={t('message')}
        required
        rows={6}
        maxLength={8000}
        defaultValue={notice?.message ?? null}
      />
      <ChoiceField
        name="memberIds"
        label={t('readers')}
        required
        multiple
        defaultValue={notice?.readers.map(({ memberId }) => memberId) ?? []}
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="form-grid">
        <DateField
          name="dueOn"
          label={t('dueOn')}
          required
          min={today}
          defaultValue={notice && notice.dueOn >= today ? notice.dueOn : dueOn}
        />
        <DateField
          name="embargoUntil"
          label={t('embargoUntil')}
          hint={t('embargoHint')}
          defaultValue={notice?.embargoUntil ?? null}
        />
      </div>
    </>
  )
}

/** A notice as it will be read; one that was sent becomes a new edition. */
export function EditNoticeForm({ notice, ...choices }: Choices & { notice: NoticeView }) {
  const t = useTranslator(resultWords)
  return (
    <Form action={editNotice} submit={t(notice.sentOn ? 'newEdition' : 'save')} secondary>
      <input type="hidden" name="noticeId" defaultValue={notice.id} />
      <input type="hidden" name="version" defaultValue={notice.version} />
      {notice.sentOn && <p className="hint">{t('newEditionHint')}</p>}
      <ContentFields notice={notice} {...choices} />
    </Form>
  )
}

/** One more notice. */
export function AddNoticeForm({ negotiationId, ...choices }: Choices & { negotiationId: string }) {
  const t = useTranslator(resultWords)
  return (
    <Form action={addNotice} submit={t('save')} secondary again>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <SelectField
        name="audience"
        label={t('audience')}
        required
        empty={null}
        defaultValue="other"
        options={audiences.map((value) => ({ value, label: t(`audience_${value}`) }))}
      />
      <ContentFields {...choices} />
    </Form>
  )
}

/** That one has read it. */
export function AcknowledgeForm({ noticeId }: { noticeId: string }) {
  const t = useTranslator(resultWords)
  return (
    <Form action={acknowledgeNotice} submit={t('acknowledge')} warn={false}>
      <input type="hidden" name="noticeId" defaultValue={noticeId} />
      <TextAreaField name="comment" label={t('commentField')} rows={2} maxLength={2000} />
    </Form>
  )
}
