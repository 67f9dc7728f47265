type Place = { href: string; hub?: readonly { href: string }[] | undefined }

/** Whether an address is a place's own page or below it. */
export const isHere = (path: string, href: string) => path === href || path.startsWith(`${href}/`)

/** Whether an address belongs to an entry of the rail: its own page, one of its hub, or one below them. */
export const isAt = (path: string, { href, hub = [] }: Place) =>
  isHere(path, href) || hub.some((page) => isHere(path, page.href))
