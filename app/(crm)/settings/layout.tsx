import type { ReactNode } from 'react'
import { isGranted } from '@/lib/kernel/permission'
import { viewer } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may as mayWithDemo } from '@/lib/modules/demo/manifest'
import { may as mayWithHistory } from '@/lib/modules/history/manifest'
import { may as mayHere } from '@/lib/modules/workspace/manifest'
import { messages } from '@/lib/modules/workspace/messages'
import { SettingsNavigation } from '@/lib/modules/workspace/views/settings-navigation'

export async function generateMetadata() {
  return { title: (await translator(messages))('settings') }
}

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor, workspace } = await viewer()
  const permissions = [
    ...Object.values(mayHere),
    mayWithHistory.see,
    ...(workspace.kind === 'demo' ? Object.values(mayWithDemo) : []),
  ]
  const seen = permissions.filter((permission) => isGranted(permission, actor))
  return (
    <div className="settings">
      <SettingsNavigation granted={seen.map(({ name }) => name)} />
      <div className="settings-page">{children}</div>
    </div>
  )
}
