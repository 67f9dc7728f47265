'use client'
import { EmptyState } from '@/lib/ui/empty-state'
import type { OfferValue, Side } from '../model-issues'
import type { Rounds, ShownIssue } from '../queries-rounds'
import { type Speech, useSpeech } from './round-said'
import { TableForm } from './table-form'

/** The rounds on a phone at the table: only what is needed to write an offer down. */
export function AtTable({ rounds, memberId, timeZone }: { rounds: Rounds; memberId: string; timeZone: string }) {
  const say = useSpeech(rounds)
  const { negotiation, issues, last, mayWrite } = rounds
  const back = `/negotiations/${negotiation.id}/rounds`
  if (issues.length === 0 || !mayWrite)
    return (
      <EmptyState
        icon="list-checks"
        title={say.t('emptyTitle')}
        text={say.t('needsIssues')}
        action={
          <a className="button" href={back}>
            {say.t('backToRounds')}
          </a>
        }
      />
    )
  return (
    <section className="grid max-w-xl gap-4" aria-label={say.t('tableTitle')}>
      <div className="flex items-center justify-between gap-2">
        <h2>{say.t('tableTitle')}</h2>
        <a className="link" href={back}>
          {say.t('backToRounds')}
        </a>
      </div>
      <TableForm
        memberId={memberId}
        timeZone={timeZone}
        negotiationId={negotiation.id}
        issues={issues}
        last={last?.number ?? 0}
        lastSide={last?.side ?? null}
        values={{ us: lastValues(rounds, 'us'), them: lastValues(rounds, 'them') }}
        hintOf={(issue, us, them) => lastWord(say, issue, us, them)}
      />
    </section>
  )
}

/** What both sides said last of an issue, as a hint beside its field; nothing when neither did. */
function lastWord(say: Speech, issue: ShownIssue, us: string | undefined, them: string | undefined) {
  const said = (value: string | undefined) =>
    value === undefined ? say.t('notStated') : say.value(issue, issue.kind === 'boolean' ? value === 'yes' : value)
  return us === undefined && them === undefined ? undefined : say.t('last', { us: said(us), them: said(them) })
}

const typed = (value: OfferValue) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value)

/** What a side said last of each issue, as a field takes it. */
function lastValues({ points }: Rounds, side: Side): Record<string, string> {
  const stands = [
    ...points.agreed.map(({ key, value }) => [key, value] as const),
    ...[...points.different, ...points.open].map(
      ({ key, ours, theirs }) => [key, side === 'us' ? ours : theirs] as const,
    ),
  ]
  return Object.fromEntries(stands.flatMap(([key, value]) => (value === null ? [] : [[key, typed(value)] as const])))
}
