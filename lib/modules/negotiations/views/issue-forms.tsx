'use client'
import { ProductPicker } from '@/lib/modules/products/views/picker'
import { SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextField } from '@/lib/ui/text-field'
import { addIssue, editIssue } from '../actions'
import { tableWords } from '../messages-table-page'
import { issueKinds } from '../model-issues'
import type { IssueOption } from '../model-table'
import type { TableView } from '../queries-table-page'

/** The options of an issue, one line each; those that are there keep their key. */
function OptionRows({ options }: { options: readonly IssueOption[] }) {
  const t = useTranslator(tableWords)
  return (
    <RepeatedRows
      name="options"
      label={t('options')}
      addLabel={t('addOption')}
      initial={options}
      blank={{ key: '', label: '' }}
      most={40}
    >
      {({ key, label }, path) => (
        <>
          {key && <input type="hidden" name={`${path}.key`} defaultValue={key} />}
          <TextField name={`${path}.label`} label={t('option')} quiet maxLength={120} defaultValue={label} />
        </>
      )}
    </RepeatedRows>
  )
}

type AddIssueProps = Pick<TableView, 'negotiationId' | 'terms'> & { secondary: boolean }

/** A new issue: a kind of term says the rest, or everything is typed. */
export function AddIssueForm({ negotiationId, terms, secondary }: AddIssueProps) {
  const t = useTranslator(tableWords)
  return (
    <Form action={addIssue} submit={t('addIssue')} secondary={secondary} again draft={`issue.${negotiationId}`}>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <div className="form-grid">
        <SelectField
          name="termCode"
          label={t('term')}
          hint={t('termHint')}
          empty={t('noTerm')}
          options={terms.map(({ code, name, now }) => ({
            value: code,
            label: now ? t('termNow', { name, now }) : name,
          }))}
        />
        <ProductPicker label={t('product')} hint={t('productHint')} />
        <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={120} />
        <SelectField
          name="kind"
          label={t('kind')}
          empty={t('asTerm')}
          options={issueKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        />
        <TextField name="unit" label={t('unit')} hint={t('unitHint')} maxLength={40} />
        <OptionRows options={[]} />
      </div>
    </Form>
  )
}

/** Changes an issue; its key stays. */
export function EditIssueForm({ issue, back }: { issue: TableView['issues'][number]; back: string }) {
  const t = useTranslator(tableWords)
  return (
    <Form action={editIssue} submit={t('save')} cancelHref={back} after={back}>
      <input type="hidden" name="issueId" defaultValue={issue.id} />
      <input type="hidden" name="version" defaultValue={issue.version} />
      <div className="form-grid">
        <TextField name="name" label={t('name')} required maxLength={120} defaultValue={issue.name} />
        <SelectField
          name="kind"
          label={t('kind')}
          required
          empty={null}
          defaultValue={issue.kind}
          options={issueKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        />
        <TextField name="unit" label={t('unit')} hint={t('unitHint')} maxLength={40} defaultValue={issue.unit} />
        <OptionRows options={issue.options} />
      </div>
    </Form>
  )
}
