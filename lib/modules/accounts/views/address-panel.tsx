'use client'
import { Card } from '@/lib/ui/card'
import { SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextField } from '@/lib/ui/text-field'
import { addAddress, archiveAddress, editAddress, removeExternalId, restoreAddress, setExternalId } from '../actions'
import { pages, words } from '../messages'
import { addressKinds } from '../model-record'
import type { Profile } from '../queries-record'
import { pageChoice, pageChoices } from './words'

type Address = Profile['addresses'][number]

/** An address on one line, the way it is written in its country. */
export const addressText = ({ postalCode, country, region, city, line, englishLine }: Address) =>
  [postalCode, country, region, city, line].filter(Boolean).join(' ') || (englishLine ?? '')

/** The account's addresses: each can be changed, removed and brought back. */
export function AddressPanel({ accountId, addresses }: { accountId: string; addresses: readonly Address[] }) {
  const t = useTranslator(pages)
  return (
    <Card title={t('addresses')} flush>
      <ul className="rows">
        {addresses.map((address) => (
          <li key={address.id}>
            <details className="grow">
              <summary>
                <span className="text-muted">{pageChoice(t, 'address', address.kind)}</span> {addressText(address)}
              </summary>
              <Form action={editAddress}>
                <input type="hidden" name="accountId" defaultValue={accountId} />
                <input type="hidden" name="addressId" defaultValue={address.id} />
                <input type="hidden" name="version" defaultValue={address.version} />
                <AddressFields address={address} />
              </Form>
            </details>
            <Press
              action={archiveAddress}
              undo={restoreAddress}
              values={{ accountId, addressId: address.id }}
              className="button small quiet"
              done={t('addressRemoved')}
            >
              {t('removeAddress')}
            </Press>
          </li>
        ))}
        <li>
          <details className="grow">
            <summary className="button small quiet w-fit">{t('addAddress')}</summary>
            <Form action={addAddress} submit={t('addAddress')} again>
              <input type="hidden" name="accountId" defaultValue={accountId} />
              <AddressFields />
            </Form>
          </details>
        </li>
      </ul>
    </Card>
  )
}

function AddressFields({ address }: { address?: Address }) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  return (
    <div className="form-grid">
      <SelectField
        name="kind"
        label={t('addressKind')}
        empty={null}
        defaultValue={address?.kind ?? 'office'}
        options={pageChoices(t, 'address', addressKinds)}
      />
      <TextField name="country" label={field('country')} maxLength={80} defaultValue={address?.country ?? ''} />
      <TextField name="postalCode" label={t('postalCode')} maxLength={20} defaultValue={address?.postalCode ?? ''} />
      <TextField name="region" label={field('region')} maxLength={80} defaultValue={address?.region ?? ''} />
      <TextField name="city" label={field('city')} maxLength={80} defaultValue={address?.city ?? ''} />
      <TextField name="line" label={t('addressLine')} maxLength={300} defaultValue={address?.line ?? ''} />
      <TextField
        name="englishLine"
        label={t('addressEnglish')}
        maxLength={300}
        span={2}
        defaultValue={address?.englishLine ?? ''}
      />
    </div>
  )
}

/** Numbers under which other systems know the account: one for each system. */
export function ExternalIdPanel({
  accountId,
  externalIds,
}: {
  accountId: string
  externalIds: Profile['externalIds']
}) {
  const t = useTranslator(pages)
  return (
    <Card title={t('externalIds')} flush>
      <ul className="rows">
        {externalIds.map(({ source, value }) => (
          <li key={source}>
            <span className="grow">
              <span className="text-muted">{source}</span> {value}
            </span>
            <Press action={removeExternalId} values={{ accountId, source }} className="button small quiet">
              {t('removeExternalId')}
            </Press>
          </li>
        ))}
        <li>
          <details className="grow">
            <summary className="button small quiet w-fit">{t('addExternalId')}</summary>
            <Form action={setExternalId} submit={t('addExternalId')} again>
              <input type="hidden" name="accountId" defaultValue={accountId} />
              <div className="form-grid">
                <TextField
                  name="source"
                  label={t('externalSource')}
                  hint={t('externalSourceHint')}
                  required
                  maxLength={60}
                />
                <TextField name="value" label={t('externalValue')} required maxLength={120} />
              </div>
            </Form>
          </details>
        </li>
      </ul>
    </Card>
  )
}
