import type { Translate } from '@/lib/kernel/translate'
import { Tabs } from '@/lib/ui/tabs'
import type { pages } from '../messages'

/** The two halves of the catalogue: products, and the lists of their prices. */
export const CatalogueTabs = ({ t, at }: { t: Translate<typeof pages>; at: 'products' | 'priceLists' }) => (
  <Tabs
    label={t('tabs')}
    tabs={[
      { href: '/products', label: t('catalogue'), current: at === 'products' },
      { href: '/products/price-lists', label: t('priceLists'), current: at === 'priceLists' },
    ]}
  />
)
