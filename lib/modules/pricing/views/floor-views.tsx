'use client'
import { formatDay } from '@/lib/kernel/day'
import { ProductPicker } from '@/lib/modules/products/views/picker'
import { Card } from '@/lib/ui/card'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { EmptyState } from '@/lib/ui/empty-state'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { RecordTable } from '@/lib/ui/record-table'
import { TextField } from '@/lib/ui/text-field'
import { archiveFloor, setFloor } from '../actions'
import { pages } from '../messages-pages'
import { words } from '../messages-words'
import type { FloorRow } from '../queries-floors'
import { formatPrice } from '../rules-explain'
import { floorMethods } from '../rules-floors'

/** All floors, for those who may know them. */
export function FloorTable({ floors, mayEdit }: { floors: readonly FloorRow[]; mayEdit: boolean }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  if (floors.length === 0)
    return (
      <Card>
        <EmptyState title={t('noFloors')} text={t('noFloorsText')} />
      </Card>
    )
  const shownValue = ({ method, value, currency }: FloorRow) =>
    method === 'pocketMarginPct' ? `${value}%` : formatPrice(value, currency ?? 'TWD')
  return (
    <RecordTable
      caption={t('floors')}
      columns={[
        { label: field('product') },
        { label: t('floorMethod') },
        { label: t('value'), numeric: true },
        { label: field('fromDay') },
        { label: field('toDay') },
        { label: t('note') },
        { label: t('actions') },
      ]}
      rows={floors.map((floor) => ({
        key: floor.id,
        cells: [
          floor.product ?? floor.category ?? t('everything'),
          t(`floor_${floor.method}`),
          shownValue(floor),
          formatDay(floor.fromDay, locale, 'short', calendar),
          floor.toDay ? formatDay(floor.toDay, locale, 'short', calendar) : '—',
          floor.note ?? '—',
          mayEdit && (
            <Press key="r" action={archiveFloor} values={{ floorId: floor.id }} className="button small quiet">
              {t('remove')}
            </Press>
          ),
        ],
      }))}
    />
  )
}

type FloorFormProps = { categories: readonly { id: string; name: string }[]; today: string }

export function FloorForm({ categories, today }: FloorFormProps) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  return (
    <Card title={t('newFloor')}>
      <Form action={setFloor} submit={t('newFloor')} again>
        <div className="form-grid">
          <ProductPicker label={field('product')} />
          <SelectField
            name="categoryId"
            label={field('category')}
            empty={t('everything')}
            options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ChoiceField
            name="method"
            label={t('floorMethod')}
            required
            span={2}
            defaultValue="pocketMarginPct"
            options={floorMethods.map((value) => ({ value, label: t(`floor_${value}`) }))}
          />
          <TextField name="value" label={t('value')} required inputMode="decimal" />
          <TextField name="currency" label={t('currency')} maxLength={3} defaultValue="TWD" />
          <DateField name="fromDay" label={field('fromDay')} required defaultValue={today} />
          <DateField name="toDay" label={field('toDay')} />
          <TextField name="note" label={t('note')} span={2} maxLength={1000} />
        </div>
      </Form>
    </Card>
  )
}
