'use client'
import { Card } from '@/lib/ui/card'
import { CheckboxField, ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { setTier } from '../actions'
import { messages } from '../messages'
import { slots } from '../model'
import type { TierSetting } from '../model-settings'
import { wordOf } from './words'

/** How one tier is served. */
export function TierForm({ tier }: { tier: TierSetting }) {
  const t = useTranslator(messages)
  const word = wordOf(t)
  return (
    <Card title={t('tierTitle', { code: tier.code })}>
      <Form action={setTier} submit={t('save')} label={t('tierTitle', { code: tier.code })}>
        <input type="hidden" name="tierId" defaultValue={tier.id} />
        <input type="hidden" name="version" defaultValue={tier.version} />
        <TextField
          name="contactEveryDays"
          label={t('contactEveryDays')}
          hint={t('contactEveryDaysHint')}
          inputMode="numeric"
          required
          defaultValue={String(tier.contactEveryDays)}
        />
        <ChoiceField
          name="slots"
          label={t('slots')}
          multiple
          defaultValue={tier.slots}
          options={slots.map((value) => ({ value, label: word('slot', value) }))}
        />
        <CheckboxField name="confirms" label={t('confirms')} defaultChecked={tier.confirms} />
      </Form>
    </Card>
  )
}
