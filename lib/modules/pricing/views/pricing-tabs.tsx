'use client'
import { useTranslator } from '@/lib/ui/locale'
import { Tabs } from '@/lib/ui/tabs'
import { pages } from '../messages-pages'

const places = {
  policy: '/pricing',
  simulator: '/pricing/simulator',
  exceptions: '/pricing/exceptions',
  deals: '/pricing/deal-checks',
  rebates: '/pricing/rebates',
  floors: '/pricing/floors',
} as const
export type PricingPlace = keyof typeof places

/** The parts of pricing; floors only for those who may know them. */
export function PricingTabs({ at, margins }: { at: PricingPlace; margins: boolean }) {
  const t = useTranslator(pages)
  const shown = (Object.keys(places) as PricingPlace[]).filter((place) => margins || place !== 'floors')
  return (
    <Tabs
      label={t('tabs')}
      tabs={shown.map((place) => ({ href: places[place], label: t(`tab_${place}`), current: place === at }))}
    />
  )
}
