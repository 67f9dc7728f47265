'use client'
import { useState } from 'react'
import { Icon } from '../icon'
import { useTranslator } from '../locale'
import { Menu } from '../menu'
import type { ShellBell, ShellEntry } from '../shell'
import { AccountItems, type AccountMenuProps } from './account-menu'
import { LogButton } from './log-button'
import { shellMessages } from './messages'
import { isAt } from './places'

type BottomBarProps = {
  entries: readonly ShellEntry[]
  path: string
  account: AccountMenuProps
  logHref: string | undefined
  bell: ShellBell | undefined
  onSearch: () => void
}

/** The phone's navigation: three places, the log button in the middle, everything else behind "more", drawn when it is opened. */
export function BottomBar({ entries, path, account, logHref, bell, onSearch }: BottomBarProps) {
  const t = useTranslator(shellMessages)
  const [opened, setOpened] = useState(false)
  const places = entries.filter((entry) => entry.phone).slice(0, 3)
  const rest = entries.filter((entry) => !places.includes(entry))
  const place = (entry: ShellEntry) => {
    const here = isAt(path, entry)
    return (
      <a key={entry.href} className="bar-entry" href={entry.href} aria-current={here ? 'page' : undefined}>
        <Icon name={entry.icon} />
        <span>{entry.short ?? entry.label}</span>
        {entry.badge ? <b className="badge">{entry.badge}</b> : null}
      </a>
    )
  }
  const face = (
    <span className="bar-entry">
      <Icon name="menu" />
      <span>{t('more')}</span>
      {bell?.count}
    </span>
  )
  return (
    <nav className="bottom-bar" aria-label={t('navigation')}>
      {places.slice(0, 2).map(place)}
      {logHref && <LogButton href={logHref} className="bar-log" />}
      {places.slice(2).map(place)}
      <Menu label={t('more')} face={face} up className="bar-more" onOpen={() => setOpened(true)}>
        <button type="button" onClick={onSearch}>
          <Icon name="search" />
          {t('search')}
        </button>
        {bell && (
          <a href={bell.href}>
            <Icon name="bell" />
            {bell.label}
            {bell.count}
          </a>
        )}
        {rest.map((entry) => (
          <a key={entry.href} href={entry.href}>
            <Icon name={entry.icon} />
            {entry.label}
          </a>
        ))}
        <hr />
        {opened ? (
          <AccountItems {...account} />
        ) : (
          account.links.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))
        )}
      </Menu>
    </nav>
  )
}
