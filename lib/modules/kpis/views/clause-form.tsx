'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { nameClause } from '../actions'
import { pageWords } from '../messages-pages'
import type { KpiRecord } from '../queries-record'

type ClauseProps = Pick<KpiRecord, 'clauses' | 'clauseKey'> & { kpiId: string }

/** Says which clause a KPI measures. */
export function ClauseForm({ kpiId, clauseKey, clauses }: ClauseProps) {
  const t = useTranslator(pageWords)
  return (
    <Form action={nameClause} submit={t('nameClause')} secondary>
      <input type="hidden" name="kpiId" defaultValue={kpiId} />
      <SelectField
        name="clauseKey"
        label={t('clause')}
        hint={t('clauseHint')}
        defaultValue={clauseKey}
        options={clauses.map(({ key, heading }) => ({ value: key, label: heading }))}
      />
    </Form>
  )
}
