import { plain } from '@/lib/kernel/exact'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { DateField } from '@/lib/ui/date-field'
import { RecordTable } from '@/lib/ui/record-table'
import { deductionWord } from '../messages-deductions'
import type { ExpectedClaims } from '../queries-expected'
import { DrawButton } from './deduction-forms'
import type { Said } from './said'

type Row = ExpectedClaims['expected'][number]
type ExpectedProps = {
  accountId: string
  /** What was asked for, or what is offered to ask for. */
  asked: { from: string; to: string }
  claims: ExpectedClaims | null
  said: Said
}

/** Claims from the terms in force and from promotions: asked for a period, shown before they are made. */
export function ExpectedCard({ accountId, asked, claims, said }: ExpectedProps) {
  const { d } = said
  return (
    <Card title={d('expected')} id="expected">
      <p className="text-muted">{d('expectedHint')}</p>
      <form method="get" action="#expected" className="form mt-3">
        <div className="form-grid">
          <DateField name="from" label={d('expectedFrom')} defaultValue={asked.from} />
          <DateField name="to" label={d('expectedTo')} defaultValue={asked.to} />
        </div>
        <button type="submit" className="button w-fit">
          {d('showExpected')}
        </button>
      </form>
      {claims && (
        <div className="mt-4 flex flex-col gap-3">
          {claims.fault && <p className="notice warn">{d(claims.fault)}</p>}
          {claims.expected.length === 0 ? (
            !claims.fault && <p>{d('expectedNothing')}</p>
          ) : (
            <Rows {...{ accountId, claims, said }} />
          )}
          {claims.open > 0 && (
            <DrawButton accountId={accountId} from={claims.from} to={claims.to} count={claims.open} />
          )}
        </div>
      )}
    </Card>
  )
}

function Rows({ accountId, claims, said }: { accountId: string; claims: ExpectedClaims; said: Said }) {
  const { d, money, period } = said
  return (
    <RecordTable
      sentences
      caption={d('expectedCaption')}
      columns={[
        { label: d('what') },
        { label: d('period') },
        { label: d('reckonedBy') },
        { label: d('amount'), numeric: true },
        { label: d('outcome') },
      ]}
      rows={claims.expected.map((row) => ({
        key: row.key,
        cells: [
          <SourceLink key="what" accountId={accountId} claim={row} word={row.name} />,
          period(row.period.from, row.period.to),
          reckonedBy(row, said),
          row.amount === null ? '—' : money(row.amount, row.currency),
          outcome(row, said),
        ],
      }))}
    />
  )
}

const reckonedBy = ({ agreed, ofSales, currency }: Row, { d, money }: Said) => {
  if (agreed === null) return d('bySettlement')
  return ofSales === null ? agreed : d('ofSales', { agreed, sales: money(plain(ofSales), currency) })
}

const outcome = ({ claimed, unknown }: Row, { d }: Said) => {
  if (claimed) return <Chip tone="ok">{d('alreadyClaim', { reference: claimed })}</Chip>
  if (unknown) return <Chip tone="warn">{d(deductionWord('unknown', unknown))}</Chip>
  return <Chip>{d('willAdd')}</Chip>
}

type Source = { versionId: string | null; promotionId: string | null }

/** The way to what a claim is drawn up from: the version of the terms, or the promotion. */
export function SourceLink({ accountId, claim, word }: { accountId: string; claim: Source; word: string }) {
  if (claim.versionId) return <a href={`/accounts/${accountId}/terms/${claim.versionId}`}>{word}</a>
  if (claim.promotionId) return <a href={`/promotions/${claim.promotionId}`}>{word}</a>
  return word
}
