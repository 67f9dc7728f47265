import { Card, Facts } from '@/lib/ui/card'
import type { Overview } from '../queries-record'
import { webAddressOf } from '../rules-web'
import type { Said } from './overview'
import { choiceWord } from './words'

type FactsCardProps = { overview: Overview; said: Said }

/** What is known of the account; gaps are shown as such. */
export function FactsCard({ overview, said: { t, field } }: FactsCardProps) {
  const { account, addresses, externalIds } = overview
  const address = webAddressOf(account.website)
  return (
    <Card title={t('facts')} id="facts">
      <Facts
        facts={[
          { label: field('industry'), value: account.industry },
          { label: field('segment'), value: account.segment },
          { label: field('city'), value: [account.country, account.region, account.city].filter(Boolean).join(' ') },
          { label: field('status'), value: choiceWord(field, 'status', account.status) },
          {
            label: field('phone'),
            value: account.phone && (
              <a className="underline" href={`tel:${account.phone.replace(/[^+\d,;*#]/g, '')}`}>
                {account.phone}
              </a>
            ),
          },
          { label: field('fax'), value: account.fax },
          {
            label: field('website'),
            value: address ? (
              <a className="underline" href={address} target="_blank" rel="noreferrer noopener">
                {account.website}
              </a>
            ) : (
              account.website
            ),
          },
          ...(account.paymentNote ? [{ label: field('paymentNote'), value: account.paymentNote, wide: true }] : []),
          ...addresses.map((each) => ({
            label: `${t('addresses')} · ${t(`address_${each.kind}` as 'address_office')}`,
            value: [each.postalCode, each.country, each.region, each.city, each.line, each.englishLine]
              .filter(Boolean)
              .join(' '),
            wide: true,
          })),
          ...externalIds.map(({ source, value }) => ({
            label: `${t('externalIds')} · ${source}`,
            value: (
              <a className="underline" href={`/accounts/${account.id}/files#imported`}>
                {value}
              </a>
            ),
          })),
          ...(account.note
            ? [{ label: field('note'), value: <p className="whitespace-pre-wrap">{account.note}</p>, wide: true }]
            : []),
        ]}
      />
    </Card>
  )
}
