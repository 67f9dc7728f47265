import { Card } from '@/lib/ui/card'
import { RecordTable } from '@/lib/ui/record-table'
import type { Rounds } from '../queries-rounds'
import type { Concession, Sums } from '../rules-trades'
import type { Asked } from './round-page'
import type { Speech } from './round-said'
import { FreeMoves, LeaveForm, PairPress, UndoForm } from './trade-forms'

type TradeBoardProps = {
  rounds: Rounds
  asked: Asked
  say: Speech
}

/**
 * What was given for what: pairs, concessions without a return ("what for?"), suggestions, and sums that always add up. The
 * address says whether all are shown, and for which concession the form is open.
 */
export function TradeBoard({ rounds, asked, say }: TradeBoardProps) {
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
  const lines = (each: readonly Concession[]) => each.map(line).join(say.marks.semicolon)
  const undo = (id: string) => (
    <button type="submit" name="tradeId" value={id} className="button small quiet">
      {t('undo')}
    </button>
  )
  const { pairs, unpaired, suggestions, earlier } = trades
  const to = (trade: string) =>
    `?${new URLSearchParams({ ...(asked.moves === 'all' && { moves: 'all' }), trade })}#trades`
  const isEmpty = pairs.length === 0 && unpaired.length === 0
  const free = unpaired.filter(({ trade }) => trade === null)
  const open = free.find(({ id, side }) => side === 'us' && id === asked.trade)
  const choosable = [...free, ...unpaired.filter(({ trade }) => trade !== null)]
  return (
    <Card id="trades" title={t('trades')}>
      {isEmpty ? (
        <p className="text-muted">{t('tradesEmpty')}</p>
      ) : (
        <div className="grid gap-5">
          {earlier > 0 && (
            <a className="link w-fit" href="?moves=all#trades">
              {t('earlierMoves', { count: earlier })}
            </a>
          )}
          {pairs.length > 0 && (
            <UndoForm negotiationId={negotiation.id}>
              <RecordTable
                sentences
                caption={t('trades')}
                columns={[
                  { label: t('gave') },
                  { label: t('got') },
                  { label: t('balance'), numeric: true },
                  ...(mayWrite ? [{ label: t('undo') }] : []),
                ]}
                rows={pairs.map(({ id, given, got, balance }) => ({
                  key: id,
                  cells: [
                    lines(given),
                    lines(got),
                    [...given, ...got].some(({ yearly }) => yearly === null) ? t('noPrice') : say.money(balance),
                    ...(mayWrite ? [undo(id)] : []),
                  ],
                }))}
              />
            </UndoForm>
          )}
          {mayWrite && suggestions.length > 0 && (
            <section className="grid gap-2">
              <h3 className="label">{t('suggestion')}</h3>
              {suggestions.map(({ moves, given, got }) => (
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
              <UndoForm negotiationId={negotiation.id}>
                <ul className="grid gap-3">
                  {unpaired.map((each) => (
                    <li key={each.id} className="flex flex-wrap items-center gap-2">
                      {`${t(each.side === 'us' ? 'gave' : 'got')}${say.marks.colon}${line(each)}`}
                      {each.trade ? (
                        <>
                          <span className="text-muted">{t('reason', { reason: each.trade.reason ?? '' })}</span>
                          {mayWrite && undo(each.trade.id)}
                        </>
                      ) : (
                        mayWrite &&
                        each.side === 'us' &&
                        asked.trade !== each.id && (
                          <a className="button small quiet" href={to(each.id)}>
                            {t('whatFor')}
                          </a>
                        )
                      )}
                    </li>
                  ))}
                </ul>
              </UndoForm>
              {mayWrite && open && <LeaveForm negotiationId={negotiation.id} move={open.id} said={line(open)} />}
              {mayWrite &&
                choosable.some(({ side }) => side === 'us') &&
                choosable.some(({ side }) => side === 'them') &&
                (asked.trade === 'pair' ? (
                  <FreeMoves
                    negotiationId={negotiation.id}
                    moves={choosable.map((each) => ({
                      id: each.id,
                      label: `${t(each.side === 'us' ? 'gave' : 'got')}${say.marks.colon}${say.concession(each)}`,
                    }))}
                  />
                ) : (
                  <a className="button small w-fit" href={to('pair')}>
                    {t('pair')}
                  </a>
                ))}
            </section>
          )}
          <SumTable given={trades.given} got={trades.got} say={say} />
        </div>
      )}
    </Card>
  )
}

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
