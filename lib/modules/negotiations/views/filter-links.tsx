import type { Said } from './said'

type Address = Readonly<Record<string, string | string[] | undefined>>
type FilterLinksProps = { me: string; reports: readonly string[]; said: Said; address: Address }

const running = 'planning,ready,open,agreedInPrinciple,approved,documented'
/** Where one is in a list is no cut of it, nor is its order. */
const noCut = ['after', 'before', 'peek', 'panel', 'sort', 'columns']
const cutOf = (href: string) => new URLSearchParams(href.split('?')[1] ?? '').toString()

/** The usual cuts of the list, each an address that can be shared; the one that is shown is marked. */
export function FilterLinks({ me, reports, said: { t }, address }: FilterLinksProps) {
  const links = [
    { href: `/negotiations?owner=${me}`, label: t('mine') },
    ...(reports.length > 0 ? [{ href: `/negotiations?owner=${[me, ...reports].join(',')}`, label: t('team') }] : []),
    { href: `/negotiations?path=formal&state=${running}`, label: t('running') },
    { href: '/negotiations?path=light', label: t('smallTalks') },
    { href: '/negotiations', label: t('all') },
  ]
  const cuts = Object.entries(address).filter(([name, value]) => !noCut.includes(name) && typeof value === 'string')
  const shown = new URLSearchParams(cuts as [string, string][]).toString()
  return (
    <nav aria-label={t('filters')} className="hub">
      {links.map(({ href, label }) => (
        <a key={label} href={href} aria-current={cutOf(href) === shown ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}
