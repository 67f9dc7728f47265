'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { clearCalendarDay, setCalendarDay, setCalendarDays } from '../actions'
import { messages } from '../messages'
import { counties } from '../model'
import { calendarKinds } from '../model-settings'
import { wordOf } from './words'

/** One day that differs from the bundled calendar. */
export function CalendarDayForm() {
  const t = useTranslator(messages)
  const word = wordOf(t)
  return (
    <Form action={setCalendarDay} submit={t('addDay')} again>
      <div className="form-grid">
        <DateField name="day" label={t('day')} required />
        <TextField name="name" label={t('dayName')} required maxLength={40} />
        <SelectField
          name="kind"
          label={t('kind')}
          empty={null}
          defaultValue="closed"
          options={calendarKinds.map((value) => ({ value, label: word('kind', value) }))}
        />
        <SelectField
          name="county"
          label={t('county')}
          empty={t('countyEverywhere')}
          options={counties.map((value) => ({ value, label: value }))}
        />
      </div>
    </Form>
  )
}

/** Many days at once, as the authorities publish them. */
export function CalendarLinesForm() {
  const t = useTranslator(messages)
  return (
    <Form action={setCalendarDays} submit={t('pasteDays')} again>
      <TextAreaField
        name="lines"
        label={t('calendarLines')}
        rows={6}
        placeholder="2026-07-27,颱風停班,停班,臺北市"
        required
      />
    </Form>
  )
}

/** Takes a day out again. */
export function ClearDayForm({ id }: { id: string }) {
  const t = useTranslator(messages)
  return (
    <Press action={clearCalendarDay} values={{ calendarDayId: id }} className="button small quiet">
      {t('removeDay')}
    </Press>
  )
}
