'use client'
import { slots } from '@/lib/modules/workspace/model'
import { SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { addPerson } from '../actions'
import { messages } from '../messages'
import { decisionRoles } from '../model'
import { AddAnyway } from './person-forms'
import { optionsOf } from './words'

/** Adds people one after the other without leaving the account. */
export function AddHere({ accountId, draft }: { accountId: string; draft: string }) {
  const t = useTranslator(messages)
  return (
    <details className="card">
      <summary className="card-head cursor-pointer">
        <Icon name="user-plus" />
        <strong className="grow">{t('addHere')}</strong>
      </summary>
      <div className="card-body">
        <Form
          action={addPerson}
          submit={t('addSave')}
          again
          draft={draft}
          label={t('addHere')}
          buttons={
            <a className="button quiet" href={`/contacts/new?account=${accountId}`}>
              {t('allFields')}
            </a>
          }
        >
          <input type="hidden" name="accountId" defaultValue={accountId} />
          <div className="form-grid">
            <TextField name="displayName" label={t('displayName')} required maxLength={120} />
            <TextField name="title" label={t('title')} maxLength={120} />
            <input type="hidden" name="points.0.kind" defaultValue="mobile" />
            <TextField name="points.0.value" label={t('point_mobile')} type="tel" maxLength={200} />
            <input type="hidden" name="points.1.kind" defaultValue="email" />
            <TextField name="points.1.value" label={t('point_email')} maxLength={200} inputMode="email" />
            <SelectField
              name="decisionRole"
              label={t('decisionRole')}
              empty={t('notSaid')}
              options={optionsOf(t, 'decisionRole', decisionRoles)}
            />
            <SelectField
              name="slot"
              label={t('keyRole')}
              empty={t('noKeyRole')}
              options={optionsOf(t, 'slot', slots)}
            />
          </div>
          <AddAnyway />
        </Form>
      </div>
    </details>
  )
}
