import { displayNameOf } from '@/lib/kernel/name'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import type { TodayView } from '../model-today'
import type { TodaySaid } from './today-said'

/** Key contacts whose confirmation has ended or is about to, at most five. */
export function FactsToReconfirm({ facts, said }: { facts: TodayView['facts']; said: TodaySaid }) {
  const { t, person, locale, day } = said
  return (
    <Card title={t('facts')} flush>
      {facts.length === 0 && <p className="px-4 py-4 text-muted">{t('noFacts')}</p>}
      <ul className="rows">
        {facts.map((fact) => {
          const dates = { day: day(fact.confirmedOn), until: day(fact.validUntil) }
          const name = displayNameOf({ displayName: fact.personName, englishName: fact.personEnglishName }, locale)
          return (
            <li key={fact.keyContactId} className="flex-wrap">
              <div className="grow basis-48">
                <a className="font-medium" href={`/accounts/${fact.accountId}/people`}>
                  {fact.accountName}
                </a>{' '}
                <Chip
                  tone={fact.state === 'expiring' ? 'warn' : 'risk'}
                  icon={fact.state === 'expiring' ? 'clock' : 'triangle-alert'}
                >
                  {person(`slot_${fact.slot}`)} · {name}
                </Chip>
                <p className="text-sm text-muted">
                  {fact.state === 'expired' && t('factExpired', dates)}
                  {fact.state === 'expiring' && t('factExpiring', dates)}
                  {fact.state === 'changed' && t('factChanged', dates)}
                </p>
              </div>
              <a className="button small" href={`/accounts/${fact.accountId}/people`}>
                {t('reconfirm')}
              </a>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
