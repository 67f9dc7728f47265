'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { useTranslator } from '@/lib/ui/locale'
import { draftingMessages } from '../messages-drafting'
import { pageMessages } from '../messages-pages'
import type { ComparisonView } from '../queries-compare'

/** Which two are compared: an address that can be shared. */
export function CompareChoice({ view }: { view: ComparisonView }) {
  const d = useTranslator(draftingMessages)
  const t = useTranslator(pageMessages)
  const versions = view.versions.map(({ id, number }) => ({ value: id, label: t('versionOf', { number }) }))
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <SelectField
        name="from"
        label={d('before')}
        empty={null}
        defaultValue={view.from}
        options={[{ value: 'library', label: d('usual') }, ...versions]}
      />
      <SelectField name="to" label={d('after')} empty={null} defaultValue={view.to} options={versions} />
      <button type="submit" className="button">
        {d('show')}
      </button>
    </form>
  )
}
