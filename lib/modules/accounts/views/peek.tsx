import { dayOf, formatDay } from '@/lib/kernel/day'
import { Facts } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { PeekPanel } from '@/lib/ui/peek-panel'
import type { Header } from '../queries'
import { CadenceChip } from './cadence-chip'
import type { Said } from './overview'
import { choiceWord } from './words'

/** An account beside the list: how it stands, who serves it, how to reach it. */
export function AccountPeek({ header, said }: { header: Header; said: Said }) {
  const { account, owner, everyDays, team, parentName } = header
  const { t, field, locale, calendar, today } = said
  const nextPlannedOn = account.nextPlannedAt ? dayOf(account.nextPlannedAt) : null
  return (
    <PeekPanel title={account.name} href={`/accounts/${account.id}`}>
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap gap-2">
          <Chip>{choiceWord(field, 'kind', account.kind)}</Chip>
          <Chip tone="brand">{choiceWord(field, 'tier', account.tier)}</Chip>
          <CadenceChip t={field} today={today} standing={{ dueOn: account.dueOn, everyDays, nextPlannedOn }} />
          {account.restricted && (
            <Chip tone="warn" icon="lock">
              {field('restrictedMark')}
            </Chip>
          )}
        </p>
        <Facts
          facts={[
            { label: field('englishName'), value: account.englishName },
            { label: field('owner'), value: owner },
            { label: t('team'), value: team.map(({ name }) => name).join('、') },
            { label: field('dueOn'), value: formatDay(account.dueOn, locale, 'short', calendar, today) },
            {
              label: field('lastContact'),
              value:
                account.lastContactAt && formatDay(dayOf(account.lastContactAt), locale, 'relative', calendar, today),
            },
            { label: field('businessNumber'), value: account.businessNumber },
            { label: field('phone'), value: account.phone },
            { label: field('city'), value: [account.region, account.city].filter(Boolean).join(' ') },
            { label: field('industry'), value: account.industry },
            { label: field('parent'), value: parentName },
          ]}
        />
        <p className="flex flex-wrap gap-2">
          <a className="button small" href={`/interactions/new?account=${account.id}`}>
            <Icon name="plus" />
            {t('log')}
          </a>
          <a className="button small" href={`/accounts/${account.id}/people`}>
            <Icon name="contact" />
            {t('people')}
          </a>
          <a className="button small" href={`/accounts/${account.id}/timeline`}>
            <Icon name="messages-square" />
            {t('timeline')}
          </a>
        </p>
      </div>
    </PeekPanel>
  )
}
