import type { Translate } from '@/lib/kernel/translate'
import { CutLinks } from '@/lib/ui/cut-links'
import type { boardWords } from '../messages-board'

type BoardCutsProps = {
  me: string
  reports: readonly string[]
  today: string
  word: Translate<typeof boardWords>
  address: Readonly<Record<string, string | string[] | undefined>>
}

const path = '/agreements/board'

/** The usual cuts of the board. */
export function BoardCuts({ me, reports, today, word, address }: BoardCutsProps) {
  const links = [
    { href: path, label: word('all') },
    { href: `${path}?status=red`, label: word('red') },
    { href: `${path}?status=amber`, label: word('amber') },
    { href: `${path}?missing=..${today}&sort=missing`, label: word('missingOnly') },
    { href: `${path}?breaches=1..`, label: word('withBreach') },
    { href: `${path}?owner=${me}`, label: word('mine') },
    ...(reports.length > 0 ? [{ href: `${path}?owner=${[me, ...reports].join(',')}`, label: word('team') }] : []),
    { href: `${path}?party=them`, label: word('theirs') },
  ]
  return <CutLinks label={word('boardCuts')} path={path} links={links} address={address} />
}
