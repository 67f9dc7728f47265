import { Tabs } from '@/lib/ui/tabs'
import type { Said } from './said'

const parts = [
  ['/needs', 'register'],
  ['/needs/board', 'board'],
  ['/needs/advocacy', 'advocacy'],
  ['/needs/voices', 'voices'],
  ['/needs/procedures', 'procedures'],
  ['/needs/methods', 'methods'],
] as const

/** The parts of the work on needs. */
export const NeedsNavigation = ({ current, said: { t } }: { current: (typeof parts)[number][0]; said: Said }) => (
  <Tabs label={t('parts')} tabs={parts.map(([href, word]) => ({ href, label: t(word), current: href === current }))} />
)
