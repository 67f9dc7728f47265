import type { ReactNode } from 'react'
import { isGranted } from '@/lib/kernel/permission'
import { viewer } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may as mayWithDemo } from '@/lib/modules/demo/manifest'
import { may } from '@/lib/modules/workspace/manifest'
import { messages } from '@/lib/modules/workspace/messages'
import { SettingsNavigation } from '@/lib/modules/workspace/views/settings-navigation'

export async function generateMetadata() {
  return { title: (await translator(messages))('settings') }
}

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor, workspace } = await viewer()
  const here = workspace.kind === 'demo' ? { ...may, ...mayWithDemo } : may
  const seen = Object.values(here).filter((permission) => isGranted(permission, actor))
  return (
    <div className="settings">
      <SettingsNavigation granted={seen.map(({ name }) => name)} />
      <div className="settings-page">{children}</div>
    </div>
  )
}
