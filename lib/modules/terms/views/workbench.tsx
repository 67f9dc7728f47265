import { Card, Facts } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { RecordTable } from '@/lib/ui/record-table'
import { deductionWord } from '../messages-deductions'
import type { Workbench } from '../queries-deductions'
import type { ExpectedClaims } from '../queries-expected'
import { GrantForm, MatchButton, RecordForm, SettleForms, UnmatchButton } from './deduction-forms'
import { DeductionChip } from './deduction-table'
import { ExpectedCard, SourceLink } from './expected-card'
import type { Said } from './said'

type WorkbenchProps = {
  bench: Workbench
  said: Said
  today: string
  /** The time that claims are drawn up for, and what it gives when it was asked for. */
  asked: { from: string; to: string }
  expected: ExpectedClaims | null
}

/** The deductions of an account: what was taken, what was granted, what would match, and how each is settled. */
export function WorkbenchView({ bench, said, today, asked, expected }: WorkbenchProps) {
  const { d } = said
  return (
    <div className="flex flex-col gap-5">
      {bench.mayDeduct && <PreviewCard bench={bench} said={said} />}
      {bench.deductions.length === 0 && <EmptyState icon="scale" title={d('noDeductions')} />}
      {bench.deductions.map((taken) => (
        <TakenCard key={taken.id} taken={taken} bench={bench} said={said} />
      ))}
      <ClaimsCard bench={bench} said={said} />
      {bench.mayDeduct && (
        <>
          <ExpectedCard accountId={bench.account.id} asked={asked} claims={expected} said={said} />
          <Card title={d('recordDeduction')} id="record">
            <RecordForm accountId={bench.account.id} today={today} secondary={bench.preview.matches.length > 0} />
          </Card>
          <Card title={d('grantClaim')} id="grant">
            <GrantForm accountId={bench.account.id} today={today} />
          </Card>
        </>
      )}
    </div>
  )
}

type Part = Pick<WorkbenchProps, 'bench' | 'said'>

function PreviewCard({ bench, said }: Part) {
  const { d, day, money } = said
  const { matches, left } = bench.preview
  return (
    <Card title={d('preview')}>
      {matches.length === 0 ? (
        <p className="text-muted">{d('previewNothing')}</p>
      ) : (
        <div className="flex flex-col gap-3">
          <RecordTable
            sentences
            caption={d('preview')}
            columns={[
              { label: d('deduction') },
              { label: d('claim') },
              { label: d('reasonCode') },
              { label: d('amount'), numeric: true },
            ]}
            rows={matches.map((match) => ({
              key: `${match.deductionId} ${match.claimId}`,
              cells: [day(match.takenOn), match.reference, d(deductionWord('rule', match.rule)), money(match.amount)],
            }))}
          />
          {left.map((each) => (
            <p key={each.deductionId} className="text-muted">
              {day(each.takenOn)}：{d('previewLeft', { amount: money(each.amount) })}
            </p>
          ))}
          <MatchButton accountId={bench.account.id} />
        </div>
      )}
    </Card>
  )
}

function TakenCard({ taken, bench, said }: Part & { taken: Workbench['deductions'][number] }) {
  const { d, day, money } = said
  const settled = taken.settledAs !== null
  return (
    <Card
      id={taken.id}
      title={`${day(taken.takenOn)} · ${money(taken.amount, taken.currency)}`}
      action={<DeductionChip state={taken.state} word={d(deductionWord('state', taken.state))} />}
    >
      <div className="flex flex-col gap-3">
        <Facts
          facts={[
            { label: d('reasonCode'), value: d(deductionWord('reason', taken.reasonCode)) },
            { label: d('left'), value: money(taken.left, taken.currency) },
            { label: d('reference'), value: taken.reference },
            { label: d('documentKind'), value: d(deductionWord('document', taken.documentKind)) },
            { label: d('documentNumber'), value: taken.documentNumber },
            { label: d('originalInvoice'), value: taken.originalInvoice },
            { label: d('netAmount'), value: taken.netAmount && money(taken.netAmount, taken.currency) },
            { label: d('taxAmount'), value: taken.taxAmount && money(taken.taxAmount, taken.currency) },
            {
              label: d('period'),
              value: taken.periodFrom && said.period(taken.periodFrom, taken.periodTo),
            },
            { label: d('issuer'), value: taken.issuer && d(deductionWord('issuer', taken.issuer)) },
            { label: d('note'), value: taken.settledNote ?? taken.note, wide: true },
          ]}
        />
        {taken.disputeReason && <p className="notice warn">{d('disputedBecause', { reason: taken.disputeReason })}</p>}
        {taken.waiting && <p className="notice info">{d('writeOffWaits')}</p>}
        {taken.matches.length > 0 && (
          <ul className="rows">
            {taken.matches.map((match) => (
              <li key={match.id}>
                <span className="grow">
                  {d('byRule', {
                    amount: money(match.amount, taken.currency),
                    reference: match.reference,
                    rule: d(deductionWord('rule', match.rule)),
                  })}
                </span>
                {bench.mayDeduct && !settled && <UnmatchButton matchId={match.id} reference={match.reference} />}
              </li>
            ))}
          </ul>
        )}
        {bench.mayDeduct && !settled && <SettleForms taken={taken} claims={bench.claims} />}
      </div>
    </Card>
  )
}

function ClaimsCard({ bench, said }: Part) {
  const { d, day, money } = said
  return (
    <Card title={d('claims')}>
      <p className="mb-3 text-muted">{d('claimsHint')}</p>
      {bench.claims.length === 0 ? (
        <p>{d('noClaims')}</p>
      ) : (
        <RecordTable
          sentences
          caption={d('claims')}
          columns={[
            { label: d('reference') },
            { label: d('reasonCode') },
            { label: d('grantedOn') },
            { label: d('period') },
            { label: d('source') },
            { label: d('amount'), numeric: true },
            { label: d('left'), numeric: true },
          ]}
          rows={bench.claims.map((claim) => ({
            key: claim.id,
            cells: [
              <SourceLink key="reference" accountId={bench.account.id} claim={claim} word={claim.reference} />,
              d(deductionWord('reason', claim.reasonCode)),
              day(claim.grantedOn),
              claim.periodFrom ? said.period(claim.periodFrom, claim.periodTo) : '—',
              d(deductionWord('source', claim.source)),
              money(claim.amount, claim.currency),
              money(claim.left, claim.currency),
            ],
          }))}
        />
      )}
    </Card>
  )
}
