'use client'
import { displayNameOf } from '@/lib/kernel/name'
import { ConfirmationDetails, type EvidenceChoice, MethodField } from '@/lib/modules/confirmations/views/fields'
import { ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { reconfirmSlots } from '../actions'
import { messages } from '../messages'
import type { SlotBoard, SlotView } from '../model-slots'

type ReconfirmFormProps = { board: SlotBoard; claimed: readonly SlotView[]; evidence: readonly EvidenceChoice[] }

/** A whole account in one pass: tick what still holds, say how it was confirmed, done. */
export function ReconfirmForm({ board, claimed, evidence }: ReconfirmFormProps) {
  const t = useTranslator(messages)
  const locale = useLocale()
  const known = claimed.flatMap(({ keyContactId, slot, person }) =>
    keyContactId && person
      ? [{ value: keyContactId, label: `${t(`slot_${slot}`)}：${displayNameOf(person, locale)}` }]
      : [],
  )
  return (
    <details className="mt-4">
      <summary className="button">
        <Icon name="list-checks" />
        {t('reconfirmAll')}
      </summary>
      <Form
        action={reconfirmSlots}
        submit={t('reconfirmTicked')}
        warn={false}
        label={t('reconfirmAll')}
        className="mt-3"
      >
        <input type="hidden" name="accountId" defaultValue={board.accountId} />
        <ChoiceField
          name="keyContactIds"
          label={t('whatHolds')}
          multiple
          span={2}
          defaultValue={known.map(({ value }) => value)}
          options={known}
        />
        <MethodField />
        <div className="form-grid">
          <ConfirmationDetails evidence={evidence} today={board.today} mayLengthen={board.mayLengthen} />
        </div>
      </Form>
    </details>
  )
}
