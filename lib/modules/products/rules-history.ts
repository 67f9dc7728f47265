import { entriesOf, type FieldChange, type HistoryEntry, type RecordedChange } from '@/lib/kernel/changed'
import { plain } from '@/lib/kernel/exact'

const shownFields = {
  products: ['code', 'name', 'englishName', 'brand', 'specification', 'baseUnit', 'status', 'note'],
  product_units: ['unit', 'factor'],
  product_costs: ['validFrom', 'cost', 'currency'],
} as const

export type ProductSubject = keyof typeof shownFields
type ProductField = (typeof shownFields)[ProductSubject][number]
export type ProductFieldChange = FieldChange<ProductField>
export type ProductEntry = HistoryEntry<ProductSubject, ProductFieldChange>

/** Changes of products as people read them. */
export const productHistory = (changes: readonly RecordedChange<ProductSubject>[]): ProductEntry[] =>
  entriesOf<ProductSubject, ProductField>(changes, shownFields, (field, value) => {
    if (value === null || value === undefined || value === '') return null
    return field === 'factor' || field === 'cost' ? plain(String(value)) : String(value)
  })
