'use client'
import { formatDay } from '@/lib/kernel/day'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import {
  acknowledgeVersion,
  amendAgreement,
  askReaders,
  decideProposal,
  editAmendment,
  giveUpAmendment,
  proposeChange,
} from '../actions'
import { amendmentMessages } from '../messages-amendments'
import { amendmentKinds, sides, stances } from '../model-amendments'
import type { AmendmentView, ChangesView } from '../queries-amendments'

type Contacts = ChangesView['contacts']

function useContactOptions(contacts: Contacts) {
  const [locale, calendar] = [useLocale(), useCalendar()]
  return contacts.map(({ id, day, summary }) => ({
    value: id,
    label: `${formatDay(day, locale, 'short', calendar)} ${summary.slice(0, 60)}`,
  }))
}

function FrameFields({ contacts, amendment }: { contacts: Contacts; amendment?: AmendmentView }) {
  const t = useTranslator(amendmentMessages)
  return (
    <>
      <ChoiceField
        name="kind"
        label={t('kind')}
        required
        defaultValue={amendment?.kind ?? 'amendment'}
        options={amendmentKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
      />
      <div className="form-grid">
        <DateField name="validFrom" label={t('validFrom')} required defaultValue={amendment?.validFrom ?? null} />
        <DateField
          name="validTo"
          label={t('validTo')}
          hint={t('validToHint')}
          defaultValue={amendment?.validTo ?? null}
        />
      </div>
      <TextAreaField
        name="reason"
        label={t('reason')}
        required
        rows={2}
        maxLength={2000}
        defaultValue={amendment?.reason ?? ''}
      />
      <TextField
        name="retroactiveReason"
        label={t('retroactiveReason')}
        hint={t('retroactiveHint')}
        maxLength={2000}
        defaultValue={amendment?.retroactiveReason ?? ''}
      />
      <SelectField
        name="interactionId"
        label={t('consulted')}
        hint={t('consultedHint')}
        defaultValue={amendment?.interactionId ?? null}
        options={useContactOptions(contacts)}
      />
    </>
  )
}

/** Begins an amendment of what holds. */
export function AmendForm({ agreementId, contacts }: { agreementId: string; contacts: Contacts }) {
  const t = useTranslator(amendmentMessages)
  return (
    <Form action={amendAgreement} submit={t('begin')} draft={`agreements.amend.${agreementId}`}>
      <input type="hidden" name="agreementId" defaultValue={agreementId} />
      <FrameFields contacts={contacts} />
    </Form>
  )
}

/** Days, reason and consultation of the amendment that is drafted. */
export function EditAmendmentForm({ amendment, contacts }: { amendment: AmendmentView; contacts: Contacts }) {
  const t = useTranslator(amendmentMessages)
  return (
    <Form action={editAmendment} submit={t('save')} secondary>
      <input type="hidden" name="agreementVersionId" defaultValue={amendment.id} />
      <input type="hidden" name="version" defaultValue={amendment.version} />
      <FrameFields contacts={contacts} amendment={amendment} />
    </Form>
  )
}

export function GiveUpForm({ versionId }: { versionId: string }) {
  const t = useTranslator(amendmentMessages)
  return (
    <Form action={giveUpAmendment} submit={t('giveUp')} secondary>
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <TextField name="reason" label={t('giveUpReason')} required maxLength={2000} />
    </Form>
  )
}

/** Keeps a proposal of either side, for or against a change. */
export function ProposeForm({ view }: { view: ChangesView }) {
  const t = useTranslator(amendmentMessages)
  return (
    <Form action={proposeChange} submit={t('propose')} secondary again>
      <input type="hidden" name="agreementId" defaultValue={view.agreementId} />
      <div className="form-grid">
        <ChoiceField
          name="side"
          label={t('side')}
          required
          defaultValue="them"
          options={sides.map((value) => ({ value, label: t(`side_${value}`) }))}
        />
        <ChoiceField
          name="stance"
          label={t('stance')}
          required
          defaultValue="for"
          options={stances.map((value) => ({ value, label: t(`stance_${value}`) }))}
        />
      </div>
      <TextAreaField name="text" label={t('proposal')} required rows={2} maxLength={5000} />
      <TextField name="reason" label={t('why')} maxLength={2000} />
      {view.clauses.length > 0 && (
        <ChoiceField
          name="clauseKeys"
          label={t('clauses')}
          multiple
          defaultValue={[]}
          options={view.clauses.map(({ key, heading }) => ({ value: key, label: heading }))}
        />
      )}
      <SelectField
        name="interactionId"
        label={t('consulted')}
        defaultValue={null}
        options={useContactOptions(view.contacts)}
      />
    </Form>
  )
}

/** Takes a proposal up into the open amendment, or declines it with the reason. */
export function DecideProposal({ proposalId, mayTake }: { proposalId: string; mayTake: boolean }) {
  const t = useTranslator(amendmentMessages)
  return (
    <div className="grid gap-2">
      {mayTake && (
        <Press action={decideProposal} values={{ agreementProposalId: proposalId, decision: 'taken' }}>
          {t('take')}
        </Press>
      )}
      <Form action={decideProposal} submit={t('decline')} secondary>
        <input type="hidden" name="agreementProposalId" defaultValue={proposalId} />
        <input type="hidden" name="decision" defaultValue="declined" />
        <TextField name="stateReason" label={t('declineReason')} required maxLength={2000} />
      </Form>
    </div>
  )
}

/** Asks colleagues to read the version that was signed. */
export function AskReadersForm({ versionId, view }: { versionId: string; view: ChangesView }) {
  const t = useTranslator(amendmentMessages)
  return (
    <Form action={askReaders} submit={t('askReaders')} secondary again>
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <ChoiceField
        name="memberIds"
        label={t('whom')}
        multiple
        defaultValue={view.tellable.filter(({ id, near }) => near && id !== view.me).map(({ id }) => id)}
        options={view.tellable.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextAreaField
        name="message"
        label={t('message')}
        rows={2}
        maxLength={2000}
        defaultValue={view.told?.reason ?? ''}
      />
      <DateField
        name="dueOn"
        label={t('dueOn')}
        hint={t('dueHint', { days: view.acknowledgeDays })}
        defaultValue={null}
      />
    </Form>
  )
}

/** Says that one has read it. */
export function AcknowledgeForm({ versionId }: { versionId: string }) {
  const t = useTranslator(amendmentMessages)
  return (
    <Form action={acknowledgeVersion} submit={t('iRead')}>
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <TextField name="comment" label={t('comment')} maxLength={2000} />
    </Form>
  )
}
