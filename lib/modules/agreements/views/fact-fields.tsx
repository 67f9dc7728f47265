'use client'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { FormPart } from '@/lib/ui/form-part'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { pageMessages } from '../messages-pages'
import { words } from '../messages-words'
import { type Facts, noticeUnits, renewals } from '../model'
import { optionsOf } from './words'

type Given = Partial<Facts>
const most = { Name: 200, BusinessNumber: 20, Address: 300, Representative: 100 } as const

/** The two sides as the paper names them. */
function PartyFields({ facts }: { facts: Given }) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(words)
  return (['our', 'their'] as const).map((side) => (
    <FormPart key={side} title={t(side === 'our' ? 'us' : 'them')}>
      {(['Name', 'BusinessNumber', 'Representative', 'Address'] as const).map((part) => (
        <TextField
          key={part}
          name={`${side}${part}`}
          label={word(`${side}${part}`)}
          maxLength={most[part]}
          {...(part === 'BusinessNumber' ? { inputMode: 'numeric' as const } : {})}
          defaultValue={facts[`${side}${part}`] ?? ''}
        />
      ))}
    </FormPart>
  ))
}

const written = (count: number | null | undefined) => (count === null || count === undefined ? '' : String(count))

/** From when it holds, for how long, what happens then, and what it is worth. */
function TermFields({ facts }: { facts: Given }) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(words)
  return (
    <FormPart title={t('term')}>
      <DateField name="startsOn" label={word('startsOn')} defaultValue={facts.startsOn ?? null} />
      <TextField
        name="months"
        label={word('months')}
        hint={t('monthsHint')}
        inputMode="numeric"
        defaultValue={written(facts.months)}
      />
      <SelectField
        name="renewal"
        label={word('renewal')}
        empty={null}
        defaultValue={facts.renewal ?? 'none'}
        options={optionsOf(word, 'renewal', renewals)}
      />
      <TextField
        name="renewalMonths"
        label={word('renewalMonths')}
        inputMode="numeric"
        defaultValue={written(facts.renewalMonths)}
      />
      <TextField
        name="noticeCount"
        label={word('noticeCount')}
        hint={t('noticeHint')}
        inputMode="numeric"
        defaultValue={written(facts.noticeCount)}
      />
      <ChoiceField
        name="noticeUnit"
        label={word('noticeUnit')}
        defaultValue={facts.noticeUnit ?? 'day'}
        options={optionsOf(word, 'noticeUnit', noticeUnits)}
      />
      <TextField
        name="yearlyValue"
        label={word('yearlyValue')}
        hint={t('valueHint')}
        inputMode="decimal"
        defaultValue={facts.yearlyValue ?? ''}
      />
      <TextField name="currency" label={word('currency')} maxLength={3} defaultValue={facts.currency ?? 'TWD'} />
      <TextField name="valueBasis" label={word('valueBasis')} maxLength={500} defaultValue={facts.valueBasis ?? ''} />
      <TextField
        name="governingLaw"
        label={word('governingLaw')}
        maxLength={200}
        defaultValue={facts.governingLaw ?? ''}
      />
      <TextField name="venue" label={word('venue')} maxLength={200} defaultValue={facts.venue ?? ''} />
    </FormPart>
  )
}

/** Everything that a version says beside its clauses. */
export const FactFields = ({ facts }: { facts: Given }) => (
  <>
    <PartyFields facts={facts} />
    <TermFields facts={facts} />
  </>
)
