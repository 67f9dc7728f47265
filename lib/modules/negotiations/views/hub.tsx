import { Tabs } from '@/lib/ui/tabs'
import type { Said } from './said'

const places = [
  ['/negotiations', 'register'],
  ['/negotiations/inputs', 'waitsForMe'],
  ['/negotiations/lessons', 'lessons'],
  ['/negotiations/compare', 'compare'],
  ['/negotiations/focus', 'focus'],
] as const

/** The places of the work on negotiations. */
export const NegotiationsHub = ({ current, said: { t } }: { current: (typeof places)[number][0]; said: Said }) => (
  <Tabs
    label={t('places')}
    tabs={places.map(([href, word]) => ({ href, label: t(word), current: href === current }))}
  />
)
