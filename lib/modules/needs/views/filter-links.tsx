import { CutLinks } from '@/lib/ui/cut-links'
import type { Said } from './said'

type FilterLinksProps = {
  me: string
  reports: readonly string[]
  said: Said
  address: Readonly<Record<string, string | string[] | undefined>>
  path?: string
}

/** The usual cuts of the register. */
export function FilterLinks({ me, reports, said: { t }, address, path = '/needs' }: FilterLinksProps) {
  const links = [
    { href: `${path}?owner=${me}`, label: t('mine') },
    ...(reports.length > 0 ? [{ href: `${path}?owner=${[me, ...reports].join(',')}`, label: t('team') }] : []),
    { href: '/needs?singleSource=true', label: t('singleSourced') },
    { href: '/needs?owed=true', label: t('owedOnes') },
    { href: path, label: t('all') },
  ]
  return <CutLinks label={t('filters')} path={path} links={links} address={address} />
}
