'use client'
import { Avatar } from '../avatar'
import { Icon, type IconName } from '../icon'
import { useTranslator } from '../locale'
import { Menu } from '../menu'
import { LanguageSwitch, ThemeSwitch } from '../preference-switches'
import { forgetRecent } from '../recent'
import { shellMessages } from './messages'

export type AccountMenuProps = {
  name: string
  /** Role or address, under the name. */
  detail?: string
  id?: string
  links: readonly { href: string; label: string; icon?: IconName }[]
  /** The reader's other workspaces; choosing one posts its id to `switchWorkspace` as `workspaceId`. */
  workspaces?: readonly { id: string; name: string; current: boolean }[]
  switchWorkspace?: (form: FormData) => Promise<void>
  signOut?: { label: string; action: (form: FormData) => Promise<void> }
}

/** Who is signed in, and everything that belongs to them: settings, workspaces, language, appearance, sign out. */
export function AccountMenu(props: AccountMenuProps & { up?: boolean }) {
  const { name, detail, id, up = false } = props
  const t = useTranslator(shellMessages)
  const face = (
    <span className="account-face">
      <span className="hush">{t('account')}: </span>
      <Avatar name={name} id={id ?? name} />
      <span className="account-words">
        <strong>{name}</strong>
        {detail && <span>{detail}</span>}
      </span>
    </span>
  )
  return (
    <Menu label={t('account')} face={face} up={up} align="start" className="account-menu">
      <AccountItems {...props} />
    </Menu>
  )
}

/** The items of the account menu; also part of the phone's "more". */
export function AccountItems({ links, workspaces = [], switchWorkspace, signOut }: AccountMenuProps) {
  const t = useTranslator(shellMessages)
  return (
    <>
      {links.map(({ href, label, icon }) => (
        <a key={href} href={href}>
          {icon && <Icon name={icon} />}
          {label}
        </a>
      ))}
      {workspaces.length > 1 && switchWorkspace && (
        <form action={switchWorkspace}>
          <p className="menu-title">{t('workspace')}</p>
          {workspaces.map((workspace) => (
            <button
              key={workspace.id}
              type="submit"
              name="workspaceId"
              value={workspace.id}
              aria-current={workspace.current || undefined}
            >
              <Icon name={workspace.current ? 'check' : 'building-2'} />
              {workspace.name}
            </button>
          ))}
        </form>
      )}
      <hr />
      <div className="menu-switches">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      {signOut && (
        <>
          <hr />
          <form action={signOut.action} onSubmit={forgetRecent}>
            <button type="submit">
              <Icon name="log-out" />
              {signOut.label}
            </button>
          </form>
        </>
      )}
    </>
  )
}
