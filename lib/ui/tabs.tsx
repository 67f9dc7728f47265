export type Tab = {
  href: string
  label: string
  /** How many things are behind it, when that is known without counting. */
  count?: number
  current?: boolean
}

/** The parts of a record. Each is an address of its own, so it can be shared and opened in a new window. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className="count">{tab.count}</span>}
        </a>
      ))}
    </nav>
  )
}
