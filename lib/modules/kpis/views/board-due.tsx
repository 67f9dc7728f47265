import type { Translate } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import type { boardWords } from '../messages-board'
import { kpiHref } from '../model-board'
import type { Due } from '../queries-board'

type BoardDueProps = {
  due: Due
  word: Translate<typeof boardWords>
  daySaid: (day: string) => string
  noticeHref: string
  today: string
}
type Line = { id: string; href: string; title: string; account: string; owner: string; when: string }

/** What is due beside the KPIs, the first few of each, with the way to all of them. */
export function BoardDue({ due, word, daySaid, noticeHref, today }: BoardDueProps) {
  const { renewals, breaches, missing } = due
  const cards = [
    {
      title: word('breachesAlive'),
      href: '/agreements/breaches',
      more: breaches.more,
      lines: breaches.rows.map((row) => ({
        ...row,
        href: `/agreements/breaches/${row.id}`,
        when: word('since', { period: row.day }),
      })),
    },
    {
      title: word('renewals'),
      href: noticeHref,
      more: renewals.more,
      lines: renewals.rows.map((row) => ({
        ...row,
        href: `/agreements/${row.id}`,
        when: word('noticeUntil', { day: daySaid(row.day) }),
      })),
    },
    {
      title: word('missingInputs'),
      href: `/agreements/board?missing=..${today}&sort=missing`,
      more: missing.more,
      lines: missing.rows.map((row) => ({
        ...row,
        href: kpiHref(row),
        when: word('since', { period: daySaid(row.day) }),
      })),
    },
  ]
  return (
    <div className="mb-4 grid gap-3 md:grid-cols-3">
      {cards.map(({ title, href, more, lines }) => (
        <Card key={title} title={title} action={more && <a href={href}>{word('moreOf')}</a>}>
          {lines.length === 0 ? (
            <p className="text-muted">{word('nothingHere')}</p>
          ) : (
            <Lines lines={lines} word={word} />
          )}
        </Card>
      ))}
    </div>
  )
}

const Lines = ({ lines, word }: { lines: readonly Line[]; word: BoardDueProps['word'] }) => (
  <ul className="grid gap-2">
    {lines.map(({ id, href, title, when, ...of }) => (
      <li key={id}>
        <a href={href}>{title}</a> <span className="text-muted">{when}</span>
        <div className="text-muted text-sm">{word('ofOwner', { account: of.account, owner: of.owner })}</div>
      </li>
    ))}
  </ul>
)
