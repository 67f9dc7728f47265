import { dayOf } from '@/lib/kernel/day'
import { startsIdeographic } from '@/lib/kernel/search-text'
import type { Translate } from '@/lib/kernel/translate'
import { Avatar } from '@/lib/ui/avatar'
import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { PageHeader } from '@/lib/ui/page-header'
import type { pages, words } from '../messages'
import type { Header } from '../queries'
import { CadenceChip } from './cadence-chip'
import { choiceWord } from './words'

type AccountHeaderProps = {
  header: Header
  today: string
  mayEdit: boolean
  t: Translate<typeof pages>
  field: Translate<typeof words>
}

/** A company is known by how its name begins: 大安, not 公司. */
const markOf = (name: string) => (startsIdeographic(name) ? [...name].slice(0, 2).join('') : name)

/** The head of every page of an account: who they are, who serves them, how the contact stands. */
export function AccountHeader({ header, today, mayEdit, t, field }: AccountHeaderProps) {
  const { account, owner, everyDays, parentName, team } = header
  const nextPlannedOn = account.nextPlannedAt ? dayOf(account.nextPlannedAt) : null
  const more = [
    account.businessNumber && (
      <span
        key="number"
        className="inline-flex items-center gap-1 whitespace-nowrap tabular-nums"
        title={t('numberChecked')}
      >
        {field('businessNumber')} {account.businessNumber} <Icon name="badge-check" className="icon text-ok" />
      </span>
    ),
    <span key="owner">{t('ownedBy', { name: owner })}</span>,
    team.length > 0 && <span key="team">{t('teamOf', { names: team.map(({ name }) => name).join('、') })}</span>,
    parentName && (
      <a key="parent" className="underline" href={`/accounts/${account.parentId}`}>
        {t('unitOf', { name: parentName })}
      </a>
    ),
  ]
  return (
    <PageHeader
      crumbs={[{ label: field('accounts'), href: '/accounts' }]}
      title={account.name}
      mark={<Avatar name={markOf(account.name)} id={account.id} large />}
      meta={
        <>
          {account.englishName && <span lang="en">{account.englishName}</span>}
          <Chip>{choiceWord(field, 'kind', account.kind)}</Chip>
          <Chip tone="brand">{choiceWord(field, 'tier', account.tier)}</Chip>
          {account.status !== 'active' && <Chip tone="plain">{choiceWord(field, 'status', account.status)}</Chip>}
          {!account.archivedAt && (
            <CadenceChip t={field} today={today} standing={{ dueOn: account.dueOn, everyDays, nextPlannedOn }} />
          )}
          {account.restricted && (
            <Chip tone="warn" icon="lock" title={field('restrictedHint')}>
              {field('restrictedMark')}
            </Chip>
          )}
          {account.archivedAt && (
            <Chip tone="plain" icon="archive">
              {field('archived')}
            </Chip>
          )}
          {more}
        </>
      }
      actions={
        mayEdit &&
        !account.archivedAt && (
          <a className="button" href={`/accounts/${account.id}/edit`}>
            <Icon name="pencil" />
            {t('edit')}
          </a>
        )
      }
      primary={
        !account.archivedAt && (
          <a className="button primary" href={`/interactions/new?account=${account.id}`}>
            <Icon name="plus" />
            {t('log')}
          </a>
        )
      }
    />
  )
}
