'use client'
import { displayNameOf } from '@/lib/kernel/name'
import { messages as confirmationMessages } from '@/lib/modules/confirmations/messages'
import { confirmationMethods } from '@/lib/modules/confirmations/model'
import { ConfirmationDetails, type EvidenceChoice, MethodField } from '@/lib/modules/confirmations/views/fields'
import type { Slot } from '@/lib/modules/workspace/model'
import { SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { press } from '@/lib/ui/press'
import { showToast } from '@/lib/ui/toasts'
import { claimSlot, confirmSlot, takeConfirmationBack } from '../actions'
import { messages } from '../messages'
import type { Colleague } from '../model-people'
import type { SlotBoard, SlotView } from '../model-slots'

const usePeopleOptions = (people: readonly Colleague[]) => {
  const locale = useLocale()
  return people.map((person) => ({
    value: person.id,
    label: [displayNameOf(person, locale), person.title].filter(Boolean).join(' · '),
  }))
}

type ClaimFormProps = { slot: Slot; accountId: string; people: readonly Colleague[] }

/** Names who fills an empty role: somebody of the account, or somebody new. */
export function ClaimForm({ slot, accountId, people }: ClaimFormProps) {
  const t = useTranslator(messages)
  const options = usePeopleOptions(people)
  const word = t(`slot_${slot}`)
  return (
    <div className="flex w-full flex-wrap items-center gap-2">
      {options.length > 0 && (
        <Form action={claimSlot} foot="none" warn={false} label={t('claimRole', { role: word })}>
          <input type="hidden" name="accountId" defaultValue={accountId} />
          <input type="hidden" name="slot" defaultValue={slot} />
          <div className="flex items-center gap-2" data-first="">
            <SelectField
              name="personId"
              label={t('whoFills', { role: word })}
              quiet
              empty={t('choosePerson')}
              options={options}
            />
            <button type="submit" className="button small">
              {t('claim')}
            </button>
          </div>
        </Form>
      )}
      <a className="button small quiet" href={`/contacts/new?account=${accountId}&slot=${slot}`}>
        <Icon name="user-plus" />
        {t('addNew')}
      </a>
    </div>
  )
}

/** One press: how, and done. It counts from today for the usual time; a slip can be taken back. */
export function QuickConfirm({ keyContactId, slot }: { keyContactId: string; slot: SlotView }) {
  const t = useTranslator(messages)
  const say = useTranslator(confirmationMessages)
  const role = t(`slot_${slot.slot}`)
  const again = slot.state !== 'claimed'
  return (
    <Form
      action={confirmSlot}
      foot="none"
      warn={false}
      label={t('confirmRole', { role })}
      onDone={() =>
        showToast({
          text: t('confirmedNow', { role }),
          undo: async () => void (await press(takeConfirmationBack, { keyContactId })),
        })
      }
    >
      <input type="hidden" name="keyContactId" defaultValue={keyContactId} />
      <div className="flex items-center gap-2" data-first="">
        <button
          type="submit"
          className={slot.state === 'confirmed' ? 'button small' : 'button small primary'}
          aria-label={t(again ? 'confirmRoleAgain' : 'confirmRole', { role })}
        >
          <Icon name="badge-check" />
          {t(again ? 'confirmAgain' : 'confirm')}
        </button>
        <SelectField
          name="method"
          label={say('method')}
          quiet
          empty={null}
          defaultValue="meeting"
          options={confirmationMethods.map((value) => ({ value, label: say(`method_${value}`) }))}
        />
      </div>
    </Form>
  )
}

type ConfirmFormProps = {
  slot: SlotView
  keyContactId: string
  board: SlotBoard
  people: readonly Colleague[]
  evidence: readonly EvidenceChoice[]
}

/** Confirms with everything that can be said of it: how, with whom, on what evidence, until when. */
export function ConfirmForm({ slot, keyContactId, board, people, evidence }: ConfirmFormProps) {
  const t = useTranslator(messages)
  const word = t(`slot_${slot.slot}`)
  return (
    <details className="group">
      <summary className="button small quiet">{t('confirmWithMore')}</summary>
      <Form
        action={confirmSlot}
        submit={t('confirm')}
        warn={false}
        label={t('confirmRole', { role: word })}
        className="mt-3"
      >
        <input type="hidden" name="keyContactId" defaultValue={keyContactId} />
        <MethodField />
        <SelectField
          name="withPersonId"
          label={t('withWhom')}
          empty={null}
          defaultValue={slot.person?.id}
          options={usePeopleOptions(people)}
        />
        <ConfirmationDetails evidence={evidence} today={board.today} mayLengthen={board.mayLengthen} />
      </Form>
    </details>
  )
}
