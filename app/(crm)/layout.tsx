import { type ReactNode, Suspense } from 'react'
import { signOut } from '@/lib/kernel/identity/actions-doors'
import { switchWorkspace } from '@/lib/kernel/identity/actions-own'
import { identityMessages } from '@/lib/kernel/identity/messages'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { viewer } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/interactions/manifest'
import { QuickLog } from '@/lib/modules/interactions/views/quick-log'
import { messages as bellMessages } from '@/lib/modules/notifications/messages'
import { unreadCount } from '@/lib/modules/notifications/queries'
import { UnreadBadge } from '@/lib/modules/notifications/views/unread-badge'
import { messages } from '@/lib/modules/workspace/messages'
import type { Word } from '@/lib/modules/workspace/views/words'
import { PreferenceProvider } from '@/lib/ui/preference-switches'
import { readPreferences } from '@/lib/ui/read-preferences'
import { Shell, type ShellEntry } from '@/lib/ui/shell'
import { keepPreference } from './actions'

type Entry = Omit<ShellEntry, 'label' | 'hub'> & { word: Word; hub?: readonly { href: string; word: Word }[] }

const entries: readonly Entry[] = [
  { href: '/today', word: 'navigationToday', icon: 'calendar-check', key: 't', phone: true },
  { href: '/review', word: 'navigationReview', icon: 'clipboard-check', key: 'r' },
  { href: '/accounts', word: 'navigationAccounts', icon: 'building-2', key: 'a', phone: true },
  { href: '/contacts', word: 'navigationContacts', icon: 'contact', key: 'c', phone: true },
  { href: '/interactions', word: 'navigationInteractions', icon: 'messages-square', key: 'i' },
  { href: '/needs', word: 'navigationNeeds', icon: 'lightbulb', key: 'n' },
  { href: '/negotiations', word: 'navigationNegotiations', icon: 'handshake', key: 'd' },
  { href: '/agreements', word: 'navigationAgreements', icon: 'file-text', key: 'e' },
  {
    href: '/terms',
    hub: [
      { href: '/terms', word: 'navigationTermSheets' },
      { href: '/pricing', word: 'navigationPricing' },
      { href: '/products', word: 'navigationProducts' },
      { href: '/promotions', word: 'navigationPromotions' },
      { href: '/deductions', word: 'navigationDeductions' },
    ],
    word: 'navigationTerms',
    icon: 'scale',
    key: 'p',
  },
  { href: '/settings', word: 'navigationSettings', icon: 'settings', key: 's' },
]

export default async function CrmLayout({ children }: { children: ReactNode }) {
  // Asked in the same turn as the page's own reads, and never awaited here: no page waits for the bell, or fails with it.
  const unread = read(unreadCount, {}).catch(() => 0)
  const [{ actor, workspace, otherWorkspaces, email }, t, own, bell, { rail, theme, density }] = await Promise.all([
    viewer(),
    translator(messages),
    translator(identityMessages),
    translator(bellMessages),
    readPreferences(),
  ])
  const mayLog = isGranted(may.log, actor)
  const workspaces = [workspace, ...otherWorkspaces].map(({ id, name }) => ({ id, name, current: id === workspace.id }))
  return (
    <PreferenceProvider now={{ theme, density }} save={keepPreference}>
      <Shell
        entries={entries.map(({ word, hub, ...entry }) => ({
          ...entry,
          label: t(word),
          ...(hub && { hub: hub.map((page) => ({ href: page.href, label: t(page.word) })) }),
        }))}
        account={{
          id: actor.id,
          name: actor.name,
          detail: email,
          workspaces,
          switchWorkspace,
          signOut: { label: own('end'), action: signOut },
          links: [
            { href: '/settings/profile', label: t('profile'), icon: 'user' },
            { href: '/settings/sessions', label: t('sessions'), icon: 'monitor' },
            { href: '/settings/members', label: t('members'), icon: 'users' },
          ],
        }}
        workspace={workspace.name}
        rail={rail}
        logHref={mayLog ? '/interactions/new' : undefined}
        aside={mayLog && <QuickLog memberId={actor.id} timeZone={actor.timeZone} />}
        searchHref="/api/search"
        bell={{
          href: '/notifications',
          label: bell('bell'),
          count: (
            <Suspense>
              <UnreadBadge count={unread} />
            </Suspense>
          ),
        }}
        banner={workspace.kind === 'demo' && <p className="notice info">{t('demoBanner')}</p>}
      >
        {children}
      </Shell>
    </PreferenceProvider>
  )
}
