'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { offerMessages } from '../messages-offers'
import { roundPages } from '../messages-rounds'
import type { OfferValue } from '../model-issues'
import type { ShownIssue } from '../queries-rounds'

type IssueFieldsProps = {
  issues: readonly ShownIssue[]
  values?: Readonly<Record<string, OfferValue>>
  /** What both sides said last, beside each field. */
  hints?: Readonly<Record<string, string>>
}

/** A field for each issue; blank is not stated. */
export function IssueFields({ issues, values = {}, hints = {} }: IssueFieldsProps) {
  const t = useTranslator(roundPages)
  const word = useTranslator(offerMessages)
  return issues.map(({ key, name, kind, unit, options }) => {
    const field = { name: `values.${key}`, label: name, ...(hints[key] ? { hint: hints[key] } : {}) }
    const value = values[key]
    if (kind === 'ordinal' || kind === 'boolean') {
      const choices =
        kind === 'ordinal'
          ? options.map((option) => ({ value: option.key, label: option.label }))
          : [
              { value: 'yes', label: word('yes') },
              { value: 'no', label: word('no') },
            ]
      const chosen = typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? null)
      return <SelectField key={key} {...field} empty={t('notStated')} options={choices} defaultValue={chosen} />
    }
    return (
      <TextField
        key={key}
        {...field}
        {...(kind === 'numeric' ? { inputMode: 'decimal' as const } : { maxLength: 1000 })}
        {...(unit ? { unit } : {})}
        defaultValue={typeof value === 'string' ? value : ''}
      />
    )
  })
}
