import { addDays } from '@/lib/kernel/day'
import { CutLinks } from '@/lib/ui/cut-links'
import type { ObligationSaid } from './said-obligations'

type CutsProps = {
  me: string
  said: ObligationSaid
  address: Readonly<Record<string, string | string[] | undefined>>
}

const path = '/agreements/obligations'

/** The usual cuts of what is owed. */
export function ObligationCuts({ me, said: { o, today }, address }: CutsProps) {
  const links = [
    { href: `${path}?owner=${me}`, label: o('mineCut') },
    { href: `${path}?dueOn=..${addDays(today, -1)}&state=scheduled,due`, label: o('overdueCut') },
    { href: `${path}?party=them`, label: o('theirsCut') },
    { href: `${path}?state=submitted`, label: o('waitingCut') },
    { href: `${path}?dueOn=${today}..${addDays(today, 30)}`, label: o('monthCut') },
    { href: path, label: o('allCut') },
  ]
  return <CutLinks label={o('filters')} path={path} links={links} address={address} />
}
