'use client'
import { usePathname } from 'next/navigation'
import { useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import type { Word } from './words'

type Entry = { href: string; label: Word; needs?: string }

const mine: readonly Entry[] = [
  { href: '/settings/profile', label: 'profile' },
  { href: '/settings/sessions', label: 'sessions' },
]
const company: readonly Entry[] = [
  { href: '/settings/members', label: 'members' },
  { href: '/settings/tiers', label: 'tiers' },
  { href: '/settings/calendar', label: 'calendar' },
  { href: '/settings/approvals', label: 'approvals' },
  { href: '/settings/currencies', label: 'currencies' },
  { href: '/settings/periods', label: 'periods' },
  { href: '/settings/negotiations', label: 'navigationNegotiations' },
  { href: '/imports', label: 'imports' },
  { href: '/settings/permissions', label: 'permissions', needs: 'workspace.seePermissions' },
  { href: '/settings/history', label: 'audit', needs: 'history.see' },
  { href: '/settings/mail', label: 'mails', needs: 'workspace.manageMembers' },
  { href: '/settings/demo', label: 'demo', needs: 'demo.remove' },
]

/** The way through the settings: one's own first, then the company's, as far as the reader may. */
export function SettingsNavigation({ granted }: { granted: readonly string[] }) {
  const t = useTranslator(messages)
  return (
    <nav className="settings-nav" aria-label={t('settings')}>
      <Group title={t('settingsMine')} entries={mine} granted={granted} />
      <Group title={t('settingsCompany')} entries={company} granted={granted} />
    </nav>
  )
}

function Group({ title, entries, granted }: { title: string; entries: readonly Entry[]; granted: readonly string[] }) {
  const t = useTranslator(messages)
  const path = usePathname()
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {entries
          .filter(({ needs }) => !needs || granted.includes(needs))
          .map(({ href, label }) => (
            <li key={href}>
              <a href={href} aria-current={path.startsWith(href) ? 'page' : undefined}>
                {t(label)}
              </a>
            </li>
          ))}
      </ul>
    </>
  )
}
