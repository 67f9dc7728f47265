'use client'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { draftPrices, editPriceList, openPriceList, setPrices } from '../actions'
import { pages, words } from '../messages'
import { taxModes } from '../model'
import { ProductPicker } from './picker'

/** Opens a price list. Currency and tax mode are said once, because every price is meant in them. */
export function OpenListForm({ draft }: { draft: string }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  return (
    <Form action={openPriceList} cancelHref="/products/price-lists" draft={draft} className="narrow">
      <div className="form-grid">
        <TextField name="name" label={t('listName')} required maxLength={120} />
        <TextField name="currency" label={t('currency')} required maxLength={3} defaultValue="TWD" />
        <ChoiceField
          name="taxMode"
          label={field('taxMode')}
          required
          defaultValue="exclusive"
          options={taxModes.map((value) => ({ value, label: field(`taxMode_${value}`) }))}
        />
        <StandardField />
        <AudienceFields />
      </div>
    </Form>
  )
}

type ListValues = {
  name: string
  segment: string | null
  channel: string | null
  standard: boolean
  note: string | null
}

/** Changes for whom a list is. */
export function EditListForm({ list }: { list: ListValues & { id: string; version: number } }) {
  const t = useTranslator(pages)
  return (
    <Form action={editPriceList}>
      <input type="hidden" name="priceListId" defaultValue={list.id} />
      <input type="hidden" name="version" defaultValue={list.version} />
      <div className="form-grid">
        <TextField name="name" label={t('listName')} required maxLength={120} defaultValue={list.name} />
        <StandardField value={list.standard} />
        <AudienceFields values={list} />
      </div>
    </Form>
  )
}

function StandardField({ value = false }: { value?: boolean }) {
  const t = useTranslator(pages)
  return (
    <SelectField
      name="standard"
      label={t('standard')}
      empty={null}
      defaultValue={value ? 'true' : 'false'}
      options={(['false', 'true'] as const).map((each) => ({ value: each, label: t(`standard_${each}`) }))}
    />
  )
}

function AudienceFields({ values }: { values?: ListValues }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  return (
    <>
      <TextField name="segment" label={t('segment')} maxLength={80} defaultValue={values?.segment ?? ''} />
      <TextField name="channel" label={t('channel')} maxLength={80} defaultValue={values?.channel ?? ''} />
      <TextAreaField name="note" label={field('note')} maxLength={2000} span={2} defaultValue={values?.note ?? ''} />
    </>
  )
}

/** Begins the next edition with the prices of the last one. */
export function DraftForm({ priceListId, today }: { priceListId: string; today: string }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  return (
    <Form action={draftPrices} submit={t('begin')}>
      <input type="hidden" name="priceListId" defaultValue={priceListId} />
      <div className="form-grid">
        <DateField name="validFrom" label={t('validFrom')} required defaultValue={today} />
        <DateField name="validTo" label={t('validTo')} />
        <TextField name="note" label={field('note')} maxLength={500} span={2} />
      </div>
    </Form>
  )
}

/** Sets the price of one product in a draft; an empty price takes it off. */
export function PriceForm({ priceListVersionId }: { priceListVersionId: string }) {
  const t = useTranslator(pages)
  return (
    <Form action={setPrices} submit={t('setPrice')} again>
      <input type="hidden" name="priceListVersionId" defaultValue={priceListVersionId} />
      <div className="form-grid">
        <ProductPicker name="prices.0.productId" label={t('product')} required />
        <TextField name="prices.0.unit" label={t('unit')} required maxLength={20} />
        <TextField
          name="prices.0.price"
          label={t('price')}
          hint={t('setPriceHint')}
          inputMode="decimal"
          maxLength={40}
        />
      </div>
    </Form>
  )
}
