'use client'
import { useTranslator } from '@/lib/ui/locale'
import { type RecordChoice, RecordField } from '@/lib/ui/record-field'
import { pages } from '../messages'

type AccountPickerProps = {
  name?: string
  label: string
  hint?: string
  required?: boolean
  span?: 1 | 2
  defaultValue?: RecordChoice | null
  /** Also sends what was typed under this name, for an account that is not on record yet. */
  textName?: string
  /** A supplier may be meant as well as a client. */
  suppliers?: boolean
  onChoose?: (account: RecordChoice | null) => void
}

/** Chooses an account by typing its name, number, city or phone. Sends the account's id. */
export function AccountPicker({ name = 'accountId', suppliers = false, ...rest }: AccountPickerProps) {
  const t = useTranslator(pages)
  const placeholder = t(suppliers ? 'chooseEither' : 'choose')
  return <RecordField {...rest} name={name} search="/api/v1/accounts/find" placeholder={placeholder} />
}
