import type { Said } from './said'

type Address = Readonly<Record<string, string | string[] | undefined>>
type FilterLinksProps = { me: string; reports: readonly string[]; said: Said; address: Address; path?: string }

/** Where one is in a list is no cut of it, nor is its order. */
const noCut = ['after', 'before', 'peek', 'panel', 'sort', 'columns']

/** The usual cuts of the register, each an address that can be shared; the one that is shown is marked. */
export function FilterLinks({ me, reports, said: { t }, address, path = '/needs' }: FilterLinksProps) {
  const links = [
    { href: `${path}?owner=${me}`, label: t('mine') },
    ...(reports.length > 0 ? [{ href: `${path}?owner=${[me, ...reports].join(',')}`, label: t('team') }] : []),
    { href: '/needs?singleSource=true', label: t('singleSourced') },
    { href: '/needs?owed=true', label: t('owedOnes') },
    { href: path, label: t('all') },
  ]
  const cuts = Object.entries(address).filter(([name, value]) => !noCut.includes(name) && typeof value === 'string')
  const shown = new URLSearchParams(cuts as [string, string][]).toString()
  const isShown = (href: string) => href.split('?')[0] === path && cutOf(href) === shown
  return (
    <nav aria-label={t('filters')} className="hub">
      {links.map(({ href, label }) => (
        <a key={label} href={href} aria-current={isShown(href) ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}

const cutOf = (href: string) => new URLSearchParams(href.split('?')[1] ?? '').toString()
