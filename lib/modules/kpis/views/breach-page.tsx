import { dayOf } from '@/lib/kernel/day'
import { formatMoney } from '@/lib/kernel/money'
import { marksOf } from '@/lib/kernel/punctuation'
import type { Translate } from '@/lib/kernel/translate'
import { Card, Facts } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { daySaid, type Reader } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { dropBreachAction, moveBreach } from '../actions'
import type { words } from '../messages'
import type { boardWords } from '../messages-board'
import type { breachWords } from '../messages-breaches'
import { kpiHref } from '../model-board'
import type { BreachPress } from '../model-breaches'
import { valueSaid } from '../model-said'
import type { BreachState } from '../model-states'
import type { KpiUnit } from '../model-values'
import type { BreachView } from '../queries-breaches'
import { ActionForm, CauseForm, FinishForm, VerifyForm } from './breach-forms'
import { StatusMark } from './status-mark'

export type BreachSaid = Reader & {
  word: Translate<typeof breachWords>
  board: Translate<typeof boardWords>
  unit: Translate<typeof words>
}
type Part = { breach: BreachView; said: BreachSaid; members: readonly { id: string; name: string }[] }

const presses: Readonly<Partial<Record<BreachState, BreachPress>>> = {
  open: 'acknowledge',
  acknowledged: 'plan',
  actionPlanned: 'start',
  verified: 'close',
}
const isOver = (state: BreachState) => state === 'closed' || state === 'void'

/** A breach from what it rests on to its end. */
export function BreachPage({ breach, said, members }: Part) {
  const { word } = said
  return (
    <div className="grid gap-4">
      {breach.state === 'void' && <p className="notice info">{word('voidNote')}</p>}
      {breach.closedAt && !isOver(breach.state) && (
        <p className="notice warn">
          {word('reopenedNote', { day: daySaid(dayOf(breach.closedAt, said.timeZone), said) })}
        </p>
      )}
      <Head breach={breach} said={said} />
      <Why breach={breach} said={said} />
      <Cost breach={breach} said={said} />
      <CauseCard breach={breach} said={said} />
      <Actions breach={breach} said={said} members={members} />
      <Step breach={breach} said={said} />
    </div>
  )
}

function Head({ breach, said }: Omit<Part, 'members'>) {
  const { word } = said
  const by = (name: string | null, at: Date | null) =>
    name && at && `${name} · ${daySaid(dayOf(at, said.timeZone), said)}`
  const consequence = [word(`consequence_${breach.consequence}`), breach.consequenceNote].filter(Boolean).join(' · ')
  return (
    <Card>
      <Facts
        facts={[
          { label: word('account'), value: <a href={`/accounts/${breach.account.id}`}>{breach.account.name}</a> },
          {
            label: word('agreement'),
            value: <a href={`/agreements/${breach.agreement.id}`}>{breach.agreement.title}</a>,
          },
          { label: word('because'), value: word(`because_${breach.because as 'once'}`) },
          { label: word('greenPeriod'), value: breach.greenPeriod ?? word('notGreen') },
          { label: word('consequence'), value: consequence },
          { label: word('owner'), value: breach.owner },
          { label: word('acknowledgedBy'), value: by(breach.acknowledgedName, breach.acknowledgedAt) },
          { label: word('verifiedBy'), value: by(breach.verifiedName, breach.verifiedAt) },
          ...(breach.verification ? [{ label: word('verification'), value: breach.verification, wide: true }] : []),
        ]}
      />
    </Card>
  )
}

function Why({ breach, said }: Omit<Part, 'members'>) {
  const { word } = said
  const kpi = { unit: breach.kpi.unit as KpiUnit, decimals: breach.kpi.decimals }
  const href = kpiHref({ id: breach.kpi.id, agreementId: breach.agreement.id })
  return (
    <Card title={word('why')} action={<a href={href}>{word('allPeriods')}</a>}>
      <p className="mb-2 text-muted">{word('whyText')}</p>
      <RecordTable
        caption={word('why')}
        columns={[{ label: word('period') }, { label: word('value'), numeric: true }, { label: word('status') }]}
        rows={breach.periods.map(({ key, value, status }) => ({
          key,
          cells: [
            key,
            <a key="value" href={href}>
              {valueSaid(value, kpi, said.unit)}
            </a>,
            <StatusMark key="status" status={status} word={said.board} />,
          ],
        }))}
      />
    </Card>
  )
}

/** How the amount follows from the red periods, step by step. K05. */
function Cost({ breach: { cost, credit, currency, kpi }, said }: Omit<Part, 'members'>) {
  const { word } = said
  if (!cost || !credit) return null
  const money = (amount: string) => formatMoney({ amount, currency })
  const measure = { unit: kpi.unit as KpiUnit, decimals: kpi.decimals }
  return (
    <Card title={word('costTitle')}>
      <p className="mb-2">
        {word('costText', { fee: money(credit.monthlyFee), cap: credit.cap, amount: money(cost.amount) })}
      </p>
      <RecordTable
        caption={word('costTitle')}
        columns={[
          { label: word('period') },
          { label: word('attained'), numeric: true },
          { label: word('tier'), numeric: true },
          { label: word('amount'), numeric: true },
        ]}
        rows={cost.steps.map(({ key, attained, pct, capped, amount }) => ({
          key,
          cells: [
            key,
            valueSaid(attained, measure, said.unit),
            capped ? word('capped', { pct }) : `${pct}%`,
            money(amount),
          ],
        }))}
      />
    </Card>
  )
}

function CauseCard({ breach, said }: Omit<Part, 'members'>) {
  const { word } = said
  return (
    <Card title={word('cause')}>
      {breach.mayHandle && !isOver(breach.state) ? (
        <CauseForm breach={breach} />
      ) : (
        <Facts
          facts={[
            { label: word('causeKind'), value: breach.causeKind && word(`causeKind_${breach.causeKind as 'other'}`) },
            { label: word('causeText'), value: breach.cause, wide: true },
            { label: word('plan'), value: breach.plan, wide: true },
          ]}
        />
      )}
    </Card>
  )
}

function Actions({ breach, said, members }: Part) {
  const { word } = said
  const { colon } = marksOf(said.locale)
  const isOpen = !isOver(breach.state)
  return (
    <Card title={word('actions')}>
      {breach.actions.length === 0 && <p className="mb-3 text-muted">{word('noActions')}</p>}
      <ul className="grid gap-3">
        {breach.actions.map((action) => (
          <li key={action.id} className="grid gap-1">
            <p>
              <Icon name={action.doneAt ? 'circle-check' : 'circle-dashed'} /> {action.text}
            </p>
            <p className="text-muted text-sm">
              {action.owner} · {daySaid(action.dueOn, said)}
              {!action.doneAt && action.dueOn < breach.today && <span className="text-risk"> · {word('late')}</span>}
              {action.effect && ` · ${word('effect')}${colon}${action.effect}`}
            </p>
            {action.result && (
              <p>
                {word('result')}
                {colon}
                {action.result}{' '}
                {action.fileId && (
                  <a href={`/api/files/${action.fileId}`}>
                    <Icon name="paperclip" /> {word('evidence')}
                  </a>
                )}
              </p>
            )}
            {isOpen && !action.doneAt && (breach.mayHandle || action.ownerId === breach.me) && (
              <div className="flex flex-wrap items-start gap-2">
                <details>
                  <summary className="button small">{word('finishAction')}</summary>
                  <FinishForm kpiActionId={action.id} />
                </details>
                {breach.mayHandle && (
                  <Press
                    action={dropBreachAction}
                    values={{ kpiActionId: action.id }}
                    className="button quiet small"
                    label={`${word('dropAction')}${colon}${action.text}`}
                  >
                    {word('dropAction')}
                  </Press>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {isOpen && breach.mayHandle && (
        <details className="mt-3" open={breach.actions.length === 0 && breach.state === 'acknowledged'}>
          <summary className="button small">{word('addAction')}</summary>
          <ActionForm breachId={breach.id} members={members} />
        </details>
      )}
    </Card>
  )
}

function Step({ breach, said }: Omit<Part, 'members'>) {
  const { word } = said
  const press = presses[breach.state]
  if (isOver(breach.state) || !breach.mayHandle) return null
  return (
    <Card title={word('step')}>
      {press && (
        <Press action={moveBreach} values={{ breachId: breach.id, step: press }} className="button primary">
          {word(`step_${press}`)}
        </Press>
      )}
      {breach.state === 'inProgress' &&
        (breach.mayVerify ? (
          <VerifyForm breachId={breach.id} />
        ) : (
          <p>{word('verifyOther', { owner: breach.owner })}</p>
        ))}
    </Card>
  )
}
