import { Card } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import { PageHeader } from '@/lib/ui/page-header'
import type { ContactView } from '../model-views'
import { AnsweredButton, PlanButtons, WithdrawButton } from './contact-buttons'
import { ContactBody, Speaker } from './contact-item'
import { type Said, whenSaid } from './said'

type ContactPageViewProps = { contact: ContactView & { withdrawn: boolean }; said: Said }

/** One contact by itself, with everything that can become of it. */
export function ContactPageView({ contact, said }: ContactPageViewProps) {
  const { t, word } = said
  const href = `/interactions/${contact.id}`
  const changes = contact.mayChange && !contact.withdrawn
  return (
    <>
      <PageHeader
        title={`${word(contact.channel)} · ${whenSaid(contact, said)}`}
        crumbs={[{ label: contact.account, href: `/accounts/${contact.accountId}/timeline` }]}
        crumbsLabel={t('account')}
        meta={<Speaker contact={contact} said={said} />}
        primary={
          changes && (
            <a className="button primary" href={`${href}/edit`}>
              <Icon name="pencil" />
              {t('edit')}
            </a>
          )
        }
        actions={
          <>
            {changes && contact.planned && <PlanButtons interactionId={contact.id} />}
            {changes && !contact.planned && !contact.twoWay && (
              <AnsweredButton interactionId={contact.id} group={contact.people.length > 1} />
            )}
            {contact.planned && !contact.withdrawn && (
              <a className="button small" href={`${href}/brief`}>
                {t('brief')}
              </a>
            )}
            <a className="button small" href={`${href}/history`}>
              <Icon name="history" />
              {t('history')}
            </a>
            {contact.mayChange && (!contact.planned || contact.withdrawn) && (
              <WithdrawButton interactionId={contact.id} withdrawn={contact.withdrawn} />
            )}
          </>
        }
      />
      {contact.withdrawn && (
        <p className="notice warn mb-4">
          <Icon name="undo-2" />
          {t('withdrawnNote')}
        </p>
      )}
      <Card>
        <ContactBody contact={contact} said={said} />
      </Card>
    </>
  )
}
