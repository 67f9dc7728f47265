type Address = Readonly<Record<string, string | string[] | undefined>>
type CutLinksProps = {
  label: string
  /** The list's own address; a link to another page is never the one that is shown. */
  path: string
  links: readonly { href: string; label: string }[]
  address: Address
}

/** Where one is in a list is no cut of it, nor is its order. */
const noCut = ['after', 'before', 'peek', 'panel', 'sort', 'columns']
const cutOf = (href: string) => new URLSearchParams(href.split('?')[1] ?? '').toString()

/** The usual cuts of a list, each an address that can be shared; the one that is shown is marked. */
export function CutLinks({ label, path, links, address }: CutLinksProps) {
  const cuts = Object.entries(address).filter(([name, value]) => !noCut.includes(name) && typeof value === 'string')
  const shown = new URLSearchParams(cuts as [string, string][]).toString()
  const isShown = (href: string) => href.split('?')[0] === path && cutOf(href) === shown
  return (
    <nav aria-label={label} className="hub">
      {links.map((link) => (
        <a key={link.label} href={link.href} aria-current={isShown(link.href) ? 'page' : undefined}>
          {link.label}
        </a>
      ))}
    </nav>
  )
}
