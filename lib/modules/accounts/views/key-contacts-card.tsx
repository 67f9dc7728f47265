import { Card } from '@/lib/ui/card'

/** One key role, already in words. */
export type KeyContactRow = {
  slot: string
  role: string
  person: { id: string; name: string } | null
  mark: React.ReactNode
}

type KeyContactsCardProps = { title: string; all: string; href: string; rows: readonly KeyContactRow[] }

/** Who fills the key roles, and how well that is known. */
export function KeyContactsCard({ title, all, href, rows }: KeyContactsCardProps) {
  return (
    <Card
      title={title}
      flush
      action={
        <a className="button small quiet" href={href}>
          {all}
        </a>
      }
    >
      <ul className="rows">
        {rows.map(({ slot, role, person, mark }) => (
          <li key={slot}>
            <span className="w-24 shrink-0 text-muted">{role}</span>
            <span className="grow">
              {person ? (
                <a className="hover:underline" href={`/contacts/${person.id}`}>
                  {person.name}
                </a>
              ) : (
                <span className="text-muted">—</span>
              )}
            </span>
            {mark}
          </li>
        ))}
      </ul>
    </Card>
  )
}
