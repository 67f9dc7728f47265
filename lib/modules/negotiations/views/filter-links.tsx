import { CutLinks } from '@/lib/ui/cut-links'
import type { Said } from './said'

type FilterLinksProps = {
  me: string
  reports: readonly string[]
  said: Said
  address: Readonly<Record<string, string | string[] | undefined>>
}

const running = 'planning,ready,open,agreedInPrinciple,approved,documented'

/** The usual cuts of the list. */
export function FilterLinks({ me, reports, said: { t }, address }: FilterLinksProps) {
  const links = [
    { href: `/negotiations?owner=${me}`, label: t('mine') },
    ...(reports.length > 0 ? [{ href: `/negotiations?owner=${[me, ...reports].join(',')}`, label: t('team') }] : []),
    { href: `/negotiations?path=formal&state=${running}`, label: t('running') },
    { href: '/negotiations?path=light', label: t('smallTalks') },
    { href: '/negotiations', label: t('all') },
  ]
  return <CutLinks label={t('filters')} path="/negotiations" links={links} address={address} />
}
