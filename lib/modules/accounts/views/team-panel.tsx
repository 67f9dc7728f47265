'use client'
import { formatDay } from '@/lib/kernel/day'
import { Avatar } from '@/lib/ui/avatar'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { EmptyState } from '@/lib/ui/empty-state'
import { Form } from '@/lib/ui/form'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextField } from '@/lib/ui/text-field'
import { assignOwner, joinTeam, leaveTeam, stayOnTeam } from '../actions'
import { pages, words } from '../messages'
import { employments } from '../model-record'
import { pageChoice, pageChoices } from './words'

export type TeamView = {
  accountId: string
  owner: { id: string; name: string }
  mayEdit: boolean
  mayPassOn: boolean
  rows: readonly {
    id: string
    memberId: string
    member: string
    role: string
    employment: string
    fromDay: string
    toDay: string | null
    /** What they did last for the account, where that is known. */
    last?: string | null
  }[]
  members: readonly { id: string; name: string }[]
  today: string
}

/** Who of us serves the account, now and before, and who joins. */
export function TeamPanel({ accountId, owner, mayEdit, mayPassOn, rows, members, today }: TeamView) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const isNow = ({ toDay }: TeamView['rows'][number]) => toDay === null || toDay > today
  const now = rows.filter(isNow)
  const before = rows.filter((row) => !isNow(row))
  const options = members.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="flex flex-col gap-5">
      <Card title={t('teamNow')} flush>
        <ul className="rows">
          <li>
            <Avatar name={owner.name} id={owner.id} />
            <span className="grow">{owner.name}</span>
            <Chip tone="brand">{t('teamOwner')}</Chip>
          </li>
          {now.map((row) => (
            <TeamRow key={row.id} row={row} accountId={accountId} mayEdit={mayEdit} />
          ))}
        </ul>
        {now.length === 0 && <EmptyState icon="users" title={t('teamEmpty')} />}
      </Card>
      {mayEdit && (
        <Card title={t('joinTeam')}>
          <Form action={joinTeam} submit={t('joinTeam')} again>
            <input type="hidden" name="accountId" defaultValue={accountId} />
            <div className="form-grid">
              <SelectField name="memberId" label={t('member')} required options={options} />
              <TextField name="role" label={t('memberRole')} hint={t('memberRoleHint')} required maxLength={60} />
              <SelectField
                name="employment"
                label={t('employment')}
                empty={null}
                defaultValue="fullTime"
                options={pageChoices(t, 'employment', employments)}
              />
              <DateField name="fromDay" label={t('fromDay')} defaultValue={today} />
              <DateField name="toDay" label={t('toDay')} hint={t('toDayHint')} />
            </div>
          </Form>
        </Card>
      )}
      {mayPassOn && (
        <Card title={t('assign')}>
          <Form action={assignOwner} submit={t('assign')} className="narrow">
            <input type="hidden" name="accountId" defaultValue={accountId} />
            <SelectField name="ownerId" label={field('owner')} required defaultValue={owner.id} options={options} />
          </Form>
        </Card>
      )}
      {before.length > 0 && (
        <Card title={t('teamBefore')} flush>
          <ul className="rows">
            {before.map((row) => (
              <TeamRow key={row.id} row={row} accountId={accountId} mayEdit={false} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

type TeamRowProps = { row: TeamView['rows'][number]; accountId: string; mayEdit: boolean }

function TeamRow({ row, accountId, mayEdit }: TeamRowProps) {
  const t = useTranslator(pages)
  const locale = useLocale()
  const calendar = useCalendar()
  const day = (value: string) => formatDay(value, locale, 'short', calendar)
  const when = row.toDay
    ? t('fromTo', { from: day(row.fromDay), to: day(row.toDay) })
    : t('since', { day: day(row.fromDay) })
  return (
    <li>
      <Avatar name={row.member} id={row.memberId} />
      <span className="grow">
        {row.member}{' '}
        <span className="text-muted">{[row.role, pageChoice(t, 'employment', row.employment), when].join(' · ')}</span>
        {row.last && <span className="block text-sm text-muted">{row.last}</span>}
      </span>
      {mayEdit && (
        <Press
          action={leaveTeam}
          undo={stayOnTeam}
          values={{ accountId, memberId: row.memberId }}
          className="button small quiet"
          done={t('leftTeam', { name: row.member })}
        >
          {t('leaveTeam')}
        </Press>
      )}
    </li>
  )
}
