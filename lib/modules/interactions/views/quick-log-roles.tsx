'use client'
import { formatDay } from '@/lib/kernel/day'
import { marksOf } from '@/lib/kernel/punctuation'
import { Keycap } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { quickLogMessages } from '../messages-quick-log'
import { pickClass } from './pick'
import type { Understood } from './quick-log-read'
import type { QuickLogState } from './use-quick-log'

/** What Alt+0 does: every role that asks is unchanged, or none of them when all were. */
export const toggledAll = ({ asking, unchangedIds }: Understood): string[] =>
  unchangedIds.length < asking.length ? asking.map((role) => role.keyContactId) : []

/** Of those present, whose key role was confirmed long ago: one press says that it is as before, with this contact as evidence. */
export function QuickLogRoles({ log }: { log: QuickLogState }) {
  const t = useTranslator(quickLogMessages)
  const locale = useLocale()
  const { asking, unchangedIds } = log.known
  if (asking.length === 0) return null
  const people = (log.prefill?.people ?? []).filter(({ id }) => asking.some((role) => role.personId === id))
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="hush">{t('roles')}</legend>
      {people.map(({ id, name }) => {
        const roles = asking.filter((role) => role.personId === id)
        const ids = roles.map((role) => role.keyContactId)
        const isUnchanged = ids.every((each) => unchangedIds.includes(each))
        const others = unchangedIds.filter((each) => !ids.includes(each))
        return (
          <button
            key={id}
            type="button"
            className={`${pickClass} h-auto whitespace-normal text-left`}
            aria-pressed={isUnchanged}
            aria-keyshortcuts="Alt+0"
            title={roles
              .map((role) => `${role.name} ${t('roleEnds', { day: formatDay(role.validUntil, locale, 'short') })}`)
              .join('\n')}
            onClick={() => log.change({ unchangedIds: isUnchanged ? others : [...others, ...ids] })}
          >
            <Icon name={isUnchanged ? 'check' : 'badge-check'} />
            {t('roleUnchanged', { name, roles: roles.map((role) => role.name).join(marksOf(locale).comma) })}
            <span className="hidden gap-1 sm:inline-flex" aria-hidden="true">
              <Keycap>Alt</Keycap>
              <Keycap>0</Keycap>
            </span>
          </button>
        )
      })}
    </fieldset>
  )
}
