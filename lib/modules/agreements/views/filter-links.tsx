import { addDays, type Day } from '@/lib/kernel/day'
import { CutLinks } from '@/lib/ui/cut-links'
import { noticeWindowDays } from '../model-lifecycle'
import { heldStates } from '../model-states'
import type { Said } from './said'

type FilterLinksProps = {
  me: string
  reports: readonly string[]
  said: Said
  address: Readonly<Record<string, string | string[] | undefined>>
}

const held = heldStates.join(',')

/** The list of what must be decided about soon. */
export const noticeHref = (today: Day) =>
  `/agreements?noticeOn=${today}..${addDays(today, noticeWindowDays)}&state=${held}`

/** The usual cuts of the list. */
export function FilterLinks({ me, reports, said: { t, today }, address }: FilterLinksProps) {
  const links = [
    { href: `/agreements?owner=${me}`, label: t('mine') },
    ...(reports.length > 0 ? [{ href: `/agreements?owner=${[me, ...reports].join(',')}`, label: t('team') }] : []),
    { href: noticeHref(today), label: t('noticeSoon') },
    { href: `/agreements?endsOn=${today}..${addDays(today, 60)}&state=${held}`, label: t('endsSoon') },
    { href: `/agreements?missed=true&state=${held}`, label: t('missedCut') },
    { href: `/agreements?state=${held}`, label: t('inForce') },
    { href: '/agreements?state=draft', label: t('drafts') },
    { href: '/agreements', label: t('all') },
  ]
  return <CutLinks label={t('filters')} path="/agreements" links={links} address={address} />
}
