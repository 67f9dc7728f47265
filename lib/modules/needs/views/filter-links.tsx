import type { Said } from './said'

type FilterLinksProps = { me: string; reports: readonly string[]; said: Said; path?: string }

/** The usual cuts of the register, each an address that can be shared. */
export function FilterLinks({ me, reports, said: { t }, path = '/needs' }: FilterLinksProps) {
  const links = [
    { href: `${path}?owner=${me}`, label: t('mine') },
    ...(reports.length > 0 ? [{ href: `${path}?owner=${[me, ...reports].join(',')}`, label: t('team') }] : []),
    { href: '/needs?singleSource=true', label: t('singleSourced') },
    { href: '/needs?owed=true', label: t('owedOnes') },
    { href: path, label: t('all') },
  ]
  return (
    <nav aria-label={t('filters')} className="mb-3 flex flex-wrap gap-2">
      {links.map(({ href, label }) => (
        <a key={label} href={href} className="button small quiet">
          {label}
        </a>
      ))}
    </nav>
  )
}
