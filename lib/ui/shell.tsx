'use client'
import { usePathname } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { BrandMark } from './brand-mark'
import { Icon, type IconName } from './icon'
import { useKey } from './keys'
import { useTranslator } from './locale'
import { preferenceAge, preferenceCookies, type Rail } from './preferences'
import { setReader } from './recent'
import { AccountMenu, type AccountMenuProps } from './shell/account-menu'
import { BottomBar } from './shell/bottom-bar'
import { Hub } from './shell/hub'
import { LogButton } from './shell/log-button'
import { shellMessages } from './shell/messages'
import { Offline } from './shell/offline'
import { Palette } from './shell/palette-host'
import { isAt } from './shell/places'
import { GoKeys, Shortcuts } from './shell/shortcuts-host'
import { Toasts } from './shell/toasts-host'

export type ShellEntry = {
  href: string
  label: string
  icon: IconName
  /** How many things are due there; nothing is shown for none. */
  badge?: number
  /** The pages of a hub, the entry's own first: they stand above each of them. */
  hub?: readonly { href: string; label: string }[]
  /** Second key after G: `a` makes G A. */
  key?: string
  /** Also in the bar at the bottom of a phone (at most three). */
  phone?: boolean
  /** A shorter word for the phone's bar. */
  short?: string
}

/** The way to what the reader was told. `count` is drawn when it is known; the page does not wait for it. */
export type ShellBell = { href: string; label: string; count: ReactNode }

export type ShellProps = {
  entries: readonly ShellEntry[]
  account: AccountMenuProps
  /** Name of the workspace that everything on screen belongs to. */
  workspace: string
  /** Where "log" leads when no quick log is on the page; without it there is no log button. */
  logHref?: string
  /** JSON of records for the palette; `?q=` is added. */
  searchHref?: string
  /** Whether the reader keeps the rail narrow (`readPreferences().rail`). */
  rail?: Rail
  bell?: ShellBell
  /** Above every page: demo workspace, entered for somebody else. */
  banner?: ReactNode
  /** The quick log and other things that live beside every page. */
  aside?: ReactNode
  children: ReactNode
}

/** The frame around every page of a signed-in reader: rail, bottom bar on phones, palette, shortcuts, notices. */
export function Shell(props: ShellProps) {
  const { entries, account, workspace, logHref, searchHref, bell, banner, aside, children } = props
  const t = useTranslator(shellMessages)
  const path = usePathname()
  const here = entries.find((entry) => isAt(path, entry))
  const [rail, setRail] = useState<Rail>(props.rail ?? 'wide')
  const [palette, setPalette] = useState(false)
  const [help, setHelp] = useState(false)
  setReader(account.id ?? account.name)
  useKey('mod+k', () => setPalette(true), { label: t('keySearch'), group: t('shortcutsEverywhere') })
  useKey('?', () => setHelp(true), { label: t('keyHelp'), group: t('shortcutsEverywhere') })
  const resize = () => {
    const next = rail === 'wide' ? 'narrow' : 'wide'
    setRail(next)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet.
    document.cookie = `${preferenceCookies.rail}=${next}; path=/; max-age=${preferenceAge}; samesite=lax`
  }

  return (
    <div className="shell" data-rail={rail}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <GoKeys entries={entries} />
      <header className="rail">
        <div className="rail-head">
          <a className="brand" href={entries[0]?.href ?? '/'} title={workspace}>
            <BrandMark />
            <span className="brand-words">
              <strong>{t('product')}</strong>
              <span>{workspace}</span>
            </span>
          </a>
        </div>
        <button type="button" className="rail-search" onClick={() => setPalette(true)} title={t('keySearch')}>
          <Icon name="search" />
          <span>{t('search')}</span>
          <kbd>⌘K</kbd>
        </button>
        {logHref && <LogButton href={logHref} className="rail-log" />}
        <nav aria-label={t('navigation')}>
          <ul>
            {entries.map((entry) => (
              <li key={entry.href}>
                <a
                  className="rail-entry"
                  href={entry.href}
                  title={rail === 'narrow' ? entry.label : undefined}
                  aria-current={entry === here ? 'page' : undefined}
                >
                  <Icon name={entry.icon} />
                  <span>{entry.label}</span>
                  {entry.badge ? <b className="badge">{entry.badge}</b> : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="rail-foot">
          {bell && (
            <a className="rail-entry" href={bell.href} aria-current={path === bell.href ? 'page' : undefined}>
              <Icon name="bell" />
              <span>{bell.label}</span>
              {bell.count}
            </a>
          )}
          <button type="button" className="rail-entry" onClick={() => setHelp(true)}>
            <Icon name="keyboard" />
            <span>{t('shortcuts')}</span>
            <kbd>?</kbd>
          </button>
          <button type="button" className="rail-entry" onClick={resize} aria-expanded={rail === 'wide'}>
            <Icon name="panel-left" />
            <span>{t(rail === 'wide' ? 'collapse' : 'expand')}</span>
          </button>
          <AccountMenu {...account} up />
        </div>
      </header>
      <div className="page">
        <Offline />
        {banner && <div className="banner">{banner}</div>}
        <main id="content" tabIndex={-1}>
          {here?.hub && <Hub label={here.label} pages={here.hub} path={path} />}
          {children}
        </main>
      </div>
      <BottomBar
        entries={entries}
        path={path}
        account={account}
        logHref={logHref}
        bell={bell}
        onSearch={() => setPalette(true)}
      />
      {aside}
      <Palette open={palette} onOpenChange={setPalette} entries={entries} searchHref={searchHref} />
      <Shortcuts open={help} onOpenChange={setHelp} />
      <Toasts />
    </div>
  )
}
