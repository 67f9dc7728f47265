'use client'
import { Form } from '@/lib/ui/form'
import { FormPart } from '@/lib/ui/form-part'
import { useTranslator } from '@/lib/ui/locale'
import { editAccount, openAccount } from '../actions'
import { pages } from '../messages'
import type { Profile } from '../queries-record'
import { IdentityFields, MarketFields, NoteFields, NumberFields, ReachFields, ServiceFields } from './account-fields'
import { TwinsNotice } from './twins-notice'

type Member = { id: string; name: string }
type OpenFormProps = { tiers: readonly string[]; members: readonly Member[]; ownerRequired: boolean; draft: string }

/** Opens an account in seconds: name and kind, the rest folded away. */
export function OpenForm({ tiers, members, ownerRequired, draft }: OpenFormProps) {
  const t = useTranslator(pages)
  const service = <ServiceFields tiers={tiers} members={members} passOn ownerRequired={ownerRequired} />
  return (
    <Form action={openAccount} submit={t('open')} cancelHref="/accounts" draft={draft} foot="sticky" className="narrow">
      <TwinsNotice>
        <IdentityFields autoFocus />
        {ownerRequired && service}
        <details>
          <summary className="button small quiet w-fit">{t('more')}</summary>
          <div className="form-grid pt-4">
            <NumberFields />
            {!ownerRequired && service}
            <MarketFields />
            <ReachFields />
            <NoteFields />
          </div>
        </details>
      </TwinsNotice>
    </Form>
  )
}

type EditFormProps = { profile: Profile; draft: string }

/** Changes an account. What somebody else changed meanwhile in other fields is kept. */
export function EditForm({ profile, draft }: EditFormProps) {
  const t = useTranslator(pages)
  const { account, tiers, members, parent, mayPassOn } = profile
  const values = { ...account, parent }
  return (
    <Form
      action={editAccount}
      cancelHref={`/accounts/${account.id}`}
      after="/accounts/{id}"
      draft={draft}
      foot="sticky"
    >
      <input type="hidden" name="accountId" defaultValue={account.id} />
      <input type="hidden" name="version" defaultValue={account.version} />
      <TwinsNotice except={account.id}>
        <FormPart title={t('facts')}>
          <IdentityFields values={values} />
          <NumberFields values={values} />
          <MarketFields values={values} />
        </FormPart>
        <FormPart title={t('team')}>
          <ServiceFields values={values} tiers={tiers} members={members} passOn={mayPassOn} />
        </FormPart>
        <FormPart title={t('reach')}>
          <ReachFields values={values} />
          <NoteFields values={values} />
        </FormPart>
      </TwinsNotice>
    </Form>
  )
}
