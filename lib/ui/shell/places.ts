type Place = { href: string; hub?: readonly string[] }

/** Whether an address is the entry's page or below it. */
const isHere = (path: string, href: string) => path === href || path.startsWith(`${href}/`)

/** Whether an address belongs to an entry of the rail: its own page, one of its hub, or one below them. */
export const isAt = (path: string, { href, hub = [] }: Place) => [href, ...hub].some((each) => isHere(path, each))
