import type { ReactNode } from 'react'
import { signOut } from '@/lib/kernel/identity/actions-doors'
import { switchWorkspace } from '@/lib/kernel/identity/actions-own'
import { identityMessages } from '@/lib/kernel/identity/messages'
import { isGranted } from '@/lib/kernel/permission'
import { viewer } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/interactions/manifest'
import { QuickLog } from '@/lib/modules/interactions/views/quick-log'
import { messages } from '@/lib/modules/workspace/messages'
import type { Word } from '@/lib/modules/workspace/views/words'
import { PreferenceProvider } from '@/lib/ui/preference-switches'
import { readPreferences } from '@/lib/ui/read-preferences'
import { Shell, type ShellEntry } from '@/lib/ui/shell'
import { keepPreference } from './actions'

type Entry = Omit<ShellEntry, 'label'> & { word: Word }

const entries: readonly Entry[] = [
  { href: '/today', word: 'navigationToday', icon: 'calendar-check', key: 't', phone: true },
  { href: '/accounts', word: 'navigationAccounts', icon: 'building-2', key: 'a', phone: true },
  { href: '/contacts', word: 'navigationContacts', icon: 'contact', key: 'c', phone: true },
  { href: '/interactions', word: 'navigationInteractions', icon: 'messages-square', key: 'i' },
  { href: '/settings', word: 'navigationSettings', icon: 'settings', key: 's' },
]

export default async function CrmLayout({ children }: { children: ReactNode }) {
  const [{ actor, workspace, otherWorkspaces, email }, t, own, { rail, theme, density }] = await Promise.all([
    viewer(),
    translator(messages),
    translator(identityMessages),
    readPreferences(),
  ])
  const mayLog = isGranted(may.log, actor)
  const workspaces = [workspace, ...otherWorkspaces].map(({ id, name }) => ({ id, name, current: id === workspace.id }))
  return (
    <PreferenceProvider now={{ theme, density }} save={keepPreference}>
      <Shell
        entries={entries.map(({ word, ...entry }) => ({ ...entry, label: t(word) }))}
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
        banner={workspace.kind === 'demo' && <p className="notice info">{t('demoBanner')}</p>}
      >
        {children}
      </Shell>
    </PreferenceProvider>
  )
}
