'use client'
import { useTranslator } from '@/lib/ui/locale'
import { type RecordChoice, RecordField } from '@/lib/ui/record-field'
import { pages } from '../messages'

type ProductPickerProps = {
  name?: string
  label: string
  hint?: string
  required?: boolean
  span?: 1 | 2
  defaultValue?: RecordChoice | null
  onChoose?: (product: RecordChoice | null) => void
}

/** Chooses a product by typing its code, name or brand. Sends the product's id. */
export function ProductPicker({ name = 'productId', ...rest }: ProductPickerProps) {
  const t = useTranslator(pages)
  return <RecordField {...rest} name={name} search="/api/v1/products/find" placeholder={t('choose')} />
}
