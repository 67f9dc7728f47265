'use client'
import { useTranslator } from '@/lib/ui/locale'
import { type RecordChoice, RecordField } from '@/lib/ui/record-field'
import { messages } from '../messages'

type PersonPickerProps = {
  name?: string
  label?: string
  hint?: string
  required?: boolean
  span?: 1 | 2
  /** People of this account are offered first. */
  accountId?: string
  defaultValue?: RecordChoice | null
  /** Also sends what was typed under this name, for somebody who is not on record yet. */
  textName?: string
  onChoose?: (person: RecordChoice | null) => void
}

/** Chooses a person by typing a name, number, e-mail, title or account. Sends the person's id. */
export function PersonPicker({ name = 'personId', label, accountId, ...rest }: PersonPickerProps) {
  const t = useTranslator(messages)
  const search = accountId ? `/api/v1/contacts/find?accountId=${accountId}` : '/api/v1/contacts/find'
  return (
    <RecordField {...rest} name={name} label={label ?? t('person')} search={search} placeholder={t('personSearch')} />
  )
}
