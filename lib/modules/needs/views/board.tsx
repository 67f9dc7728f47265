import { Chip } from '@/lib/ui/chip'
import { daySaid } from '@/lib/ui/reader'
import type { NeedState } from '../model'
import type { NeedCard } from '../queries'
import { SingleSourceMark, StateMark } from './marks'
import type { Said } from './said'

type BoardProps = {
  columns: readonly { state: NeedState; cards: readonly NeedCard[]; more: boolean }[]
  /** Parameters that keep the filter when somebody opens a whole column. */
  rest: string
  said: Said
}

/** Open needs by how far they have come; each column opens as a list. */
export function NeedBoard({ columns, rest, said }: BoardProps) {
  const { t, word } = said
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-5">
      {columns.map(({ state, cards, more }) => (
        <section key={state} aria-label={word(`state_${state}`)} className="card">
          <div className="card-head">
            <h2>
              <StateMark state={state} word={word} />
            </h2>
            <a href={`/needs?state=${state}${rest}`}>{t('all')}</a>
          </div>
          <div className="card-body flush">
            {cards.length === 0 && <p className="p-3 text-muted">{t('noneHere')}</p>}
            <ul className="rows">
              {cards.map((card) => (
                <li key={card.id}>
                  <div className="grow">
                    <a href={`/needs/${card.id}`} className="font-medium">
                      {card.title}
                    </a>
                    <p className="text-muted">
                      {card.account} · {card.owner} · {daySaid(card.heardOn, said)}
                    </p>
                    <p className="flex flex-wrap gap-1">
                      {!card.triangulated && <SingleSourceMark word={word} />}
                      {card.answerDueOn && (
                        <Chip tone={card.answerDueOn < said.today ? 'risk' : 'info'} icon="calendar-clock">
                          {t('answerBy', { day: daySaid(card.answerDueOn, said) })}
                        </Chip>
                      )}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
            {more && (
              <p className="p-3">
                <a href={`/needs?state=${state}${rest}`}>{t('moreOfThem')}</a>
              </p>
            )}
          </div>
        </section>
      ))}
    </div>
  )
}
