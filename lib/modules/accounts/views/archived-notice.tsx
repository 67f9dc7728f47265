'use client'
import { CheckboxField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { restoreAccount } from '../actions'
import { pages } from '../messages'

/** Says that the account is archived, and brings it back; when another took its place, that is a decision. */
export function ArchivedNotice({ accountId, mayEdit }: { accountId: string; mayEdit: boolean }) {
  const t = useTranslator(pages)
  return (
    <div className="notice warn">
      <Icon name="archive" />
      <div className="grow">
        <p>{t('archivedNotice')}</p>
        {mayEdit && (
          <Form action={restoreAccount} submit={t('restore')} warn={false}>
            <input type="hidden" name="accountId" defaultValue={accountId} />
            <CheckboxField name="anyway" label={t('restoreAnyway')} />
          </Form>
        )}
      </div>
    </div>
  )
}
