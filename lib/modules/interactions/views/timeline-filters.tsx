import type { TimelinePage } from '../model-views'
import { channels } from '../rules-channels'
import type { Said } from './said'

export type TimelineChoices = {
  people: readonly { id: string; name: string }[]
  members: readonly { id: string; name: string }[]
}

type TimelineFiltersProps = { page: TimelinePage; choices: TimelineChoices; said: Said }

const pressed = 'aria-[current]:border-brand aria-[current]:bg-brand-soft aria-[current]:text-on-brand-soft'

/** Narrows a timeline by links and one plain form, so that every view of it has an address. */
export function TimelineFilters({ page, choices, said }: TimelineFiltersProps) {
  const { t, word } = said
  const now = addressOf(page)
  const chosen = now.channel?.split(',') ?? []
  const withChannel = (channel: string) =>
    (chosen.includes(channel) ? chosen.filter((each) => each !== channel) : [...chosen, channel]).join(',')
  const flag = (name: 'twoWay' | 'planned') => (now[name] === 'true' ? '' : 'true')
  const link = (label: string, change: Record<string, string>, on: boolean) => (
    <a
      key={label}
      className={`button small ${pressed}`}
      aria-current={on || undefined}
      href={addressWith(now, change)}
      data-keep-scroll=""
    >
      {label}
    </a>
  )
  return (
    <div className="mb-4 grid gap-3">
      <nav className="flex flex-wrap gap-2" aria-label={t('filters')}>
        {channels.map((channel) => link(word(channel), { channel: withChannel(channel) }, chosen.includes(channel)))}
        {link(t('onlyTwoWay'), { twoWay: flag('twoWay') }, now.twoWay === 'true')}
        {link(t('onlyPlanned'), { planned: flag('planned') }, now.planned === 'true')}
      </nav>
      <form method="get" className="flex flex-wrap items-end gap-2" aria-label={t('filters')}>
        {(['channel', 'twoWay', 'planned'] as const).map(
          (name) => now[name] && <input key={name} type="hidden" name={name} value={now[name]} />,
        )}
        <input
          className="input max-w-72"
          type="search"
          name="q"
          defaultValue={page.query}
          placeholder={t('search')}
          aria-label={t('search')}
        />
        <Choice name="person" label={t('person')} all={t('anybody')} value={now.person} options={choices.people} />
        <Choice name="speaker" label={t('member')} all={t('anybody')} value={now.speaker} options={choices.members} />
        <button type="submit" className="button">
          {t('show')}
        </button>
        {Object.keys(now).length > 0 && (
          <a className="button quiet" href="?">
            {t('clear')}
          </a>
        )}
      </form>
      {page.narrowed && <p className="notice info">{t('narrowed')}</p>}
    </div>
  )
}

type ChoiceProps = {
  name: string
  label: string
  all: string
  value: string | undefined
  options: readonly { id: string; name: string }[]
}

function Choice({ name, label, all, value, options }: ChoiceProps) {
  if (options.length === 0) return null
  return (
    <select className="input select max-w-48" name={name} defaultValue={value ?? ''} aria-label={label}>
      <option value="">
        {label}：{all}
      </option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </select>
  )
}

/** What narrows the timeline now, as its address says it. */
export function addressOf(page: Pick<TimelinePage, 'query' | 'filters' | 'personId'>): Record<string, string> {
  const filters = page.filters.map(({ column, operator, values }) => [
    column,
    values.join(operator === 'between' ? '..' : ','),
  ])
  return Object.fromEntries(
    [...filters, ['q', page.query], ['person', page.personId ?? '']].filter(([, value]) => value !== ''),
  ) as Record<string, string>
}

function addressWith(now: Readonly<Record<string, string>>, change: Readonly<Record<string, string>>): string {
  const next = Object.entries({ ...now, ...change }).filter(([, value]) => value !== '')
  return `?${new URLSearchParams(next).toString().replaceAll('%2C', ',')}`
}
