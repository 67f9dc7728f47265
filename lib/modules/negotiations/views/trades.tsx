import { Card } from '@/lib/ui/card'
import { RecordTable } from '@/lib/ui/record-table'
import type { Rounds } from '../queries-rounds'
import type { Concession, Sums } from '../rules-trades'
import type { Speech } from './round-said'
import { FreeMoves, LeaveForm, PairPress, UndoPress } from './trade-forms'

/** So many concessions without a return are shown with their forms; earlier ones on demand. */
const mostUnpaired = 12
const mostSuggested = 6

type TradeBoardProps = {
  rounds: Rounds
  /** The earlier ones too. */
  all: boolean
  say: Speech
}

/** What was given for what: pairs, concessions without a return ("what for?"), suggestions, and sums that always add up. */
export function TradeBoard({ rounds, all, say }: TradeBoardProps) {
  const { t } = say
  const { trades, negotiation, mayWrite } = rounds
  if (!trades)
    return (
      <Card id="trades" title={t('trades')}>
        <p className="text-muted">{t('tradesSecret')}</p>
      </Card>
    )
  const line = (each: Concession) =>
    `${say.concession(each)}${say.marks.aside(`${t('inOffer', { number: each.offerNo })} · ${each.yearly === null ? t('noPrice') : say.amount(each.yearly)}`)}`
  const isEmpty = trades.pairs.length === 0 && trades.unpaired.length === 0
  const unpaired = all ? trades.unpaired : trades.unpaired.slice(-mostUnpaired)
  const earlier = trades.unpaired.length - unpaired.length
  const free = unpaired.filter(({ trade }) => trade === null)
  const choosable = [...free, ...unpaired.filter(({ trade }) => trade !== null)]
  return (
    <Card id="trades" title={t('trades')}>
      {isEmpty ? (
        <p className="text-muted">{t('tradesEmpty')}</p>
      ) : (
        <div className="grid gap-5">
          {trades.pairs.length > 0 && (
            <RecordTable
              sentences
              caption={t('trades')}
              columns={[
                { label: t('gave') },
                { label: t('got') },
                { label: t('balance'), numeric: true },
                ...(mayWrite ? [{ label: t('undo') }] : []),
              ]}
              rows={trades.pairs.map(({ id, given, got, balance }) => ({
                key: id,
                cells: [
                  <Lines key="given" lines={given.map(line)} />,
                  <Lines key="got" lines={got.map(line)} />,
                  [...given, ...got].some(({ yearly }) => yearly === null) ? t('noPrice') : say.money(balance),
                  ...(mayWrite ? [<UndoPress key="undo" negotiationId={negotiation.id} tradeId={id} />] : []),
                ],
              }))}
            />
          )}
          {mayWrite && trades.suggestions.length > 0 && (
            <section className="grid gap-2">
              <h3 className="label">{t('suggestion')}</h3>
              {trades.suggestions.slice(all ? 0 : -mostSuggested).map(({ moves, given, got }) => (
                <PairPress key={moves.join(' ')} negotiationId={negotiation.id} moves={moves}>
                  {t('pairThese', {
                    given: given.map(say.concession).join(say.marks.comma),
                    got: got.map(say.concession).join(say.marks.comma),
                  })}
                </PairPress>
              ))}
            </section>
          )}
          {unpaired.length > 0 && (
            <section className="grid gap-3">
              <h3 className="label">{t('unpaired')}</h3>
              {earlier > 0 && (
                <p>
                  <a className="link" href="?moves=all#trades">
                    {t('earlierMoves', { count: earlier })}
                  </a>
                </p>
              )}
              <ul className="grid gap-3">
                {unpaired.map((each) => (
                  <li key={each.id} className="grid gap-1">
                    <span>{`${t(each.side === 'us' ? 'gave' : 'got')}${say.marks.colon}${line(each)}`}</span>
                    {each.trade ? (
                      <span className="flex flex-wrap items-center gap-2 text-muted">
                        {t('reason', { reason: each.trade.reason ?? '' })}
                        {mayWrite && <UndoPress negotiationId={negotiation.id} tradeId={each.trade.id} />}
                      </span>
                    ) : (
                      mayWrite && each.side === 'us' && <LeaveForm negotiationId={negotiation.id} move={each.id} />
                    )}
                  </li>
                ))}
              </ul>
              {mayWrite &&
                choosable.some(({ side }) => side === 'us') &&
                choosable.some(({ side }) => side === 'them') && (
                  <FreeMoves
                    negotiationId={negotiation.id}
                    moves={choosable.map((each) => ({
                      id: each.id,
                      label: `${t(each.side === 'us' ? 'gave' : 'got')}${say.marks.colon}${say.concession(each)}`,
                    }))}
                  />
                )}
            </section>
          )}
          <SumTable given={trades.given} got={trades.got} say={say} />
        </div>
      )}
    </Card>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

function SumTable({ given, got, say }: { given: Sums; got: Sums; say: Speech }) {
  const { t } = say
  const row = (key: 'ofUs' | 'ofThem', { all, paired, unpaired, uncosted }: Sums) => ({
    key,
    cells: [t(key), say.amount(paired), say.amount(unpaired), say.amount(all), String(uncosted)],
  })
  return (
    <RecordTable
      caption={t('sums')}
      columns={[
        { label: t('sums') },
        { label: t('paired'), numeric: true },
        { label: t('unpairedSum'), numeric: true },
        { label: t('all'), numeric: true },
        { label: t('uncosted'), numeric: true },
      ]}
      rows={[row('ofUs', given), row('ofThem', got)]}
    />
  )
}
