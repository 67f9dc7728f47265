import { marksOf } from '@/lib/kernel/punctuation'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { daySaid } from '@/lib/ui/reader'
import { inputWords } from '../messages-inputs'
import { resultWords } from '../messages-results'
import type { InputsView, InputView } from '../queries-inputs'
import { InputCard } from './input-card'
import { AskForm, WaiveForm } from './input-forms'
import type { Said } from './said'

type InputsPageProps = { negotiationId: string; view: InputsView; said: Said }

/** Whom we asked, what they said and what became of it; what keeps the negotiation from being ready. */
export function InputsPage({ negotiationId, view, said }: InputsPageProps) {
  const t = translatorOf(inputWords, said.locale)
  const { inputs, open, waivers, mayLead, mayWaive } = view
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <div className="grid gap-5">
        {open.length > 0 && (
          <p className="notice warn">
            {t('blocking', { names: [...new Set(open.map(({ name }) => name))].join(marksOf(said.locale).comma) })}
          </p>
        )}
        {waivers.map(({ id, by, reason, holdsUntil }) => (
          <p key={id} className="notice info">
            {t('waived', { by, reason, day: daySaid(holdsUntil, said) })}
          </p>
        ))}
        <Card title={t('inputs')} flush={inputs.length > 0}>
          {inputs.length === 0 ? (
            <EmptyState icon="messages-square" title={t('emptyTitle')} text={t('emptyText')} />
          ) : (
            <ul className="rows">
              {inputs.map((input) => (
                <InputCard key={input.id} input={input} mayLead={mayLead} said={said} />
              ))}
            </ul>
          )}
        </Card>
        {mayWaive && open.length > 0 && (
          <Card title={t('waive')}>
            <WaiveForm negotiationId={negotiationId} />
          </Card>
        )}
      </div>
      {mayLead && (
        <Card title={t('ask')}>
          <p className="mb-3 text-muted">{t('inputsHint')}</p>
          <AskForm negotiationId={negotiationId} colleagues={view.colleagues} today={view.today} />
        </Card>
      )}
    </div>
  )
}

type ToAcknowledge = { id: string; negotiationId: string; title: string; account: string; dueOn: string | null }
type MineProps = {
  waiting: readonly InputView[]
  answered: readonly InputView[]
  results: readonly ToAcknowledge[]
  said: Said
}

/** What waits for the reader: questions, the first of them open, and results; and what became of what they said. */
export function MyInputs({ waiting, answered, results, said }: MineProps) {
  const t = translatorOf(inputWords, said.locale)
  const told = translatorOf(resultWords, said.locale)
  if (waiting.length === 0 && answered.length === 0 && results.length === 0)
    return <EmptyState icon="messages-square" title={t('mineEmptyTitle')} text={t('mineEmptyText')} />
  return (
    <div className="grid gap-5">
      {waiting.length > 0 && (
        <Card title={t('waitsForYou')} flush>
          <ul className="rows">
            {waiting.map((input, index) => (
              <InputCard key={input.id} input={input} mayLead={false} opened={index === 0} apart said={said} />
            ))}
          </ul>
        </Card>
      )}
      {results.length > 0 && (
        <Card title={told('forMe')} flush>
          <ul className="rows">
            {results.map(({ id, negotiationId, title, account, dueOn }) => (
              <li key={id}>
                <span className="grow">
                  <a className="link" href={`/negotiations/${negotiationId}/results#notice-${id}`}>
                    {title}
                  </a>
                  <span className="text-muted"> · {account}</span>
                </span>
                {dueOn && <span className="text-muted">{told('tellBy', { day: daySaid(dueOn, said) })}</span>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {answered.length > 0 && (
        <Card title={t('whatBecame')} flush>
          <ul className="rows">
            {answered.map((input) => (
              <InputCard key={input.id} input={input} mayLead={false} apart said={said} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}
