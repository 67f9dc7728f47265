import { marksOf } from '@/lib/kernel/punctuation'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { Card, Facts } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { acceptAdvice, cancelAdvice } from '../actions'
import { adviceMessages } from '../messages-advice'
import type { AdviceState } from '../model-states'
import type { AdviceView } from '../queries-advice'
import { AnswerForm, AskForm, DecideForm, DeclineForm, WaiveForm, WaiveSuggestionForm } from './advice-forms'
import type { Said } from './said'

type T = Translate<typeof adviceMessages>
type Asked = AdviceView['asked'][number]
type Chosen = { ask: string | null; of: string | null; waive: boolean }
type AdvicePageProps = { advice: AdviceView; base: string; chosen: Chosen; said: Said }

/** Which suggestion an address names. */
const nameOf = ({ trigger, clauseKey }: AdviceView['suggestions'][number]) => `${trigger}.${clauseKey}`

/** Expert advice on a version: what its text suggests, what was asked, what came back and what became of it. BGM-3.3. */
export function AdvicePage({ advice, base, chosen, said }: AdvicePageProps) {
  const t = translatorOf(adviceMessages, said.locale)
  const { mayAsk, holdingUp, asked } = advice
  const suggestion = advice.suggestions.find((each) => nameOf(each) === chosen.ask) ?? null
  const asks = mayAsk && !chosen.waive && chosen.ask !== null
  return (
    <div className="grid gap-5">
      <Card
        title={t('suggestions')}
        action={holdingUp > 0 ? <Chip tone="warn">{t('holdsUp', { count: holdingUp })}</Chip> : undefined}
      >
        <p className="hint">{t('suggestionsHint')}</p>
        <Suggestions advice={advice} base={base} t={t} />
      </Card>
      {mayAsk && suggestion && chosen.waive && (
        <Card title={`${t('waive')}${marksOf(said.locale).colon}${t(`trigger_${suggestion.trigger}`)}`}>
          <WaiveSuggestionForm versionId={advice.versionId} suggestion={suggestion} back={base} />
        </Card>
      )}
      {asks && (
        <Card title={t('ask')}>
          <AskForm advice={advice} suggestion={suggestion} back={base} />
        </Card>
      )}
      <Card
        title={t('asked')}
        action={
          mayAsk && !asks ? (
            <a className="button small" href={`${base}?ask=new`}>
              {t('ask')}
            </a>
          ) : undefined
        }
      >
        {asked.length === 0 ? (
          <EmptyState icon="clipboard-check" title={t('noneAsked')} text={t('noneAskedText')} />
        ) : (
          <ul className="rows">
            {asked.map((each) => (
              <li key={each.id} id={each.id}>
                <OneAdvice each={each} open={chosen.of === each.id} base={base} t={t} said={said} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  )
}

function Suggestions({ advice, base, t }: { advice: AdviceView; base: string; t: T }) {
  if (advice.suggestions.length === 0) return <p>{t('noSuggestions')}</p>
  return (
    <ul className="rows">
      {advice.suggestions.map((each) => {
        const what = `${t(`trigger_${each.trigger}`)} · ${each.heading ?? t('whole')}`
        const at = encodeURIComponent(nameOf(each))
        return (
          <li key={nameOf(each)}>
            <span className="grow">
              {what} <Chip>{t(`discipline_${each.discipline}`)}</Chip>{' '}
              {each.blocking && <Chip tone="warn">{t('blocking')}</Chip>}
            </span>
            {advice.mayAsk && (
              <span className="flex gap-2">
                <a className="button small" href={`${base}?ask=${at}`} aria-label={`${t('ask')} ${what}`}>
                  {t('ask')}
                </a>
                <a className="button small" href={`${base}?ask=${at}&waive=1`} aria-label={`${t('waive')} ${what}`}>
                  {t('waive')}
                </a>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const tones: Readonly<Record<AdviceState, Tone>> = {
  suggested: 'plain',
  requested: 'info',
  accepted: 'info',
  answered: 'warn',
  decided: 'ok',
  waived: 'plain',
  declined: 'risk',
  cancelled: 'plain',
}

function OneAdvice({ each, open, base, t, said }: { each: Asked; open: boolean; base: string; t: T; said: Said }) {
  const words = each.said
  const day = each.dueOn ? daySaid(each.dueOn, said) : '—'
  const acts = each.mayAnswer || each.mayDecide || each.mayWaive
  return (
    <article className="grid grow gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h3>{each.heading ?? t('whole')}</h3>
        <Chip tone={tones[each.state]}>{t(`state_${each.state}`)}</Chip>
        <Chip>{t(`discipline_${each.discipline}`)}</Chip>
        {each.trigger && <Chip>{t(`trigger_${each.trigger}`)}</Chip>}
        {each.blocking && <Chip tone="warn">{t('blocking')}</Chip>}
        {each.overdue && <Chip tone="risk">{t('overdue')}</Chip>}
        {each.outdated && <Chip tone="warn">{t('outdated')}</Chip>}
      </div>
      {each.advisor && <p className="text-muted">{t('askedBy', { by: each.askedBy, of: each.advisor, day })}</p>}
      {!each.reads && <p>{t('hidden')}</p>}
      {words?.question && <p className="whitespace-pre-line">{words.question}</p>}
      {words?.background && <p className="whitespace-pre-line text-muted">{words.background}</p>}
      {words?.recommendation && (
        <Facts
          facts={[
            { label: t('recommendation'), value: t(`recommendation_${words.recommendation}`) },
            { label: t('answer'), value: words.answer, wide: true },
            {
              label: t('file'),
              value: words.hasFile && (
                <a className="link" href={`/api/agreements/advice/${each.id}`} download>
                  {t('file')}
                </a>
              ),
            },
            {
              label: t('decision'),
              value: words.decision && `${t(`decision_${words.decision}`)} · ${words.decidedBy}`,
            },
            { label: t('decisionReason'), value: words.decisionReason, wide: true },
          ]}
        />
      )}
      {each.declinedBecause && <p>{t('declinedBecause', { reason: each.declinedBecause })}</p>}
      {each.waivedBecause && <p>{t('waivedBecause', { reason: each.waivedBecause })}</p>}
      <div className="flex flex-wrap gap-2">
        {each.mayAccept && (
          <Press action={acceptAdvice} values={{ adviceId: each.id }} label={t('accept')}>
            {t('accept')}
          </Press>
        )}
        {acts && !open && (
          <a className="button small" href={`${base}?of=${each.id}#${each.id}`}>
            {each.mayAnswer ? t('answerIt') : each.mayDecide ? t('decide') : t('waive')}
          </a>
        )}
        {each.mayCancel && (
          <Press action={cancelAdvice} values={{ adviceId: each.id }} label={t('cancel')}>
            {t('cancel')}
          </Press>
        )}
      </div>
      {open && each.mayAnswer && <AnswerForm id={each.id} back={base} />}
      {open && each.mayAnswer && <DeclineForm id={each.id} back={base} />}
      {open && each.mayDecide && <DecideForm id={each.id} back={base} />}
      {open && each.mayWaive && <WaiveForm id={each.id} back={base} />}
    </article>
  )
}
