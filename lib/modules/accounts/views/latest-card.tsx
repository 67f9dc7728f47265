import { Card } from '@/lib/ui/card'
import { Icon, type IconName } from '@/lib/ui/icon'

/** One contact in a line, already in words. */
export type LatestRow = {
  id: string
  icon: IconName
  channel: string
  when: string
  dateTime: string
  who: string
  text: string
  planned: boolean
}

type LatestCardProps = { title: string; all: string; href: string; empty: string; rows: readonly LatestRow[] }

/** The latest contacts, a line each; the whole story is on the timeline. */
export function LatestCard({ title, all, href, empty, rows }: LatestCardProps) {
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
        {rows.length === 0 && <li className="text-muted">{empty}</li>}
        {rows.map((row) => (
          <li key={row.id}>
            <Icon name={row.icon} />
            <a className="grow truncate" href={`/interactions/${row.id}`} title={row.text}>
              {row.text}
            </a>
            <span className="whitespace-nowrap text-sm text-muted">
              <time dateTime={row.dateTime}>{row.when}</time> · {row.channel} · {row.who}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
