import { Tabs } from '@/lib/ui/tabs'
import type { Said } from './said'

export type HubPart = 'sheets' | 'standards' | 'catalogue' | 'peers' | 'calculator'

/** The parts of the hub of trade terms; the comparison only for those who may see what others agreed. */
export function HubTabs({ at, mayCompare, said: { t } }: { at: HubPart; mayCompare: boolean; said: Pick<Said, 't'> }) {
  const tabs: { part: HubPart; href: string }[] = [
    { part: 'sheets', href: '/terms' },
    { part: 'standards', href: '/terms/standards' },
    { part: 'catalogue', href: '/terms/catalogue' },
    ...(mayCompare ? [{ part: 'peers' as const, href: '/terms/peers' }] : []),
    { part: 'calculator', href: '/terms/calculator' },
  ]
  return (
    <Tabs label={t('parts')} tabs={tabs.map(({ part, href }) => ({ href, label: t(part), current: part === at }))} />
  )
}
