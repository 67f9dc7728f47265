'use client'
import type { ReactNode } from 'react'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { addProduct, editProduct } from '../actions'
import { words } from '../messages'
import { productStatuses } from '../model'
import type { ProductRecord } from '../queries-record'

type Values = Partial<Record<'code' | 'name' | 'englishName' | 'brand' | 'specification' | 'note', string | null>> & {
  status?: string
  category?: string | null
  supplier?: { id: string; name: string } | null
}

function ProductFields({ values = {}, children }: { values?: Values; children?: ReactNode }) {
  const t = useTranslator(words)
  return (
    <div className="form-grid">
      <TextField name="code" label={t('code')} required maxLength={60} defaultValue={values.code ?? ''} />
      <TextField name="name" label={t('name')} required maxLength={200} defaultValue={values.name ?? ''} />
      {children}
      <TextField
        name="specification"
        label={t('specification')}
        maxLength={200}
        defaultValue={values.specification ?? ''}
      />
      <TextField name="category" label={t('category')} maxLength={80} defaultValue={values.category ?? ''} />
      <TextField name="brand" label={t('brand')} maxLength={80} defaultValue={values.brand ?? ''} />
      <TextField name="englishName" label={t('englishName')} maxLength={200} defaultValue={values.englishName ?? ''} />
      <AccountPicker
        name="supplierId"
        label={t('supplier')}
        defaultValue={values.supplier ? { id: values.supplier.id, title: values.supplier.name } : null}
      />
      <SelectField
        name="status"
        label={t('status')}
        empty={null}
        defaultValue={values.status ?? 'active'}
        options={productStatuses.map((value) => ({ value, label: t(`status_${value}`) }))}
      />
      <TextAreaField name="note" label={t('note')} maxLength={2000} span={2} defaultValue={values.note ?? ''} />
    </div>
  )
}

/** Adds a product: code, name and base unit, the rest when it is known. */
export function AddProductForm({ draft }: { draft: string }) {
  const t = useTranslator(words)
  return (
    <Form action={addProduct} cancelHref="/products" draft={draft} foot="sticky" className="narrow">
      <ProductFields>
        <TextField name="baseUnit" label={t('baseUnit')} required maxLength={20} />
      </ProductFields>
    </Form>
  )
}

/** Changes a product. What somebody else changed meanwhile in other fields is kept. */
export function EditProductForm({ record, draft }: { record: ProductRecord; draft: string }) {
  const { product, category, supplier } = record
  return (
    <Form
      action={editProduct}
      cancelHref={`/products/${product.id}`}
      after={`/products/${product.id}`}
      draft={draft}
      foot="sticky"
      className="narrow"
    >
      <input type="hidden" name="productId" defaultValue={product.id} />
      <input type="hidden" name="version" defaultValue={product.version} />
      <ProductFields values={{ ...product, category, supplier }} />
    </Form>
  )
}
