import type { ReactNode } from 'react'
import { plain } from '@/lib/kernel/exact'
import { Card, Facts } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { removeAnswer, removeSource, restoreSource, withdrawAdvocacy } from '../actions'
import type { SourcePrefill } from '../model-source'
import type { NeedView } from '../queries'
import type { AdvocacyView } from '../queries-advocacy'
import type { OwnMethod } from '../queries-methods'
import { type NextStep, nextStepOf } from '../rules'
import { AddSourceForm } from './need-forms'
import { NeedHead } from './need-head'
import { methodSaid, type Said } from './said'
import {
  AdvocateForm,
  AnswerForm,
  CloseForm,
  DecideForm,
  DescribeForm,
  FeedForm,
  QuantifyForm,
  VerifyForm,
} from './step-forms'

type Voice = { id: string; saidOn: string; product: string; retailer: string | null; words: string }

type NeedPageProps = {
  need: NeedView
  advocacies: readonly (AdvocacyView & { mayDecide: boolean })[]
  voices: readonly Voice[]
  members: readonly { id: string; name: string }[]
  own: readonly OwnMethod[]
  contacts: readonly { value: string; label: string }[]
  mayVerify: boolean
  /** What of later modules rests on the need. */
  resting: ReactNode
  said: Said
}

/** One need: who said it, how we know, how much, what rests on it, what we replied; and the one thing to do next. */
export function NeedPage(props: NeedPageProps) {
  const { need, said } = props
  return (
    <>
      <NeedHead need={need} current="overview" said={said} />
      {need.archived && <p className="notice warn mb-4">{said.t('isArchived')}</p>}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <Next {...props} />
          <Sources {...props} />
          <Measure {...props} />
        </div>
        <div className="grid gap-4">
          <Verifications {...props} />
          {props.resting}
          <Answers {...props} />
          <Advocacies {...props} />
          <Reviews {...props} />
          <Voices {...props} />
        </div>
      </div>
    </>
  )
}

const emptySource = (need: NeedView): SourcePrefill => ({
  method: need.sources.some((source) => source.method === 'contacts') ? 'observation' : 'contacts',
  person: null,
  interactionId: null,
  heardOn: null,
})

/** The next step, open; its button is the page's primary one. */
function Next(props: NeedPageProps) {
  const { need, said, contacts, own, mayVerify } = props
  const { t } = said
  const step: NextStep = nextStepOf(need)
  if (step === 'none' || need.archived) return null
  const mayDo = step === 'verify' ? mayVerify : need.mayChange
  const forms: Partial<Record<NextStep, ReactNode>> = {
    describe: <DescribeForm need={need} />,
    quantify: <QuantifyForm need={need} />,
    addSource: <AddSourceForm needId={need.id} accountId={need.account.id} own={own} source={emptySource(need)} />,
    verify: <VerifyForm need={need} />,
    answer: <AnswerForm need={need} contacts={contacts} />,
    close: <CloseForm need={need} />,
  }
  return (
    <Card title={t(`next_${step}`)} id="next">
      <p className="mb-3 text-muted">{t(`nextText_${step}`)}</p>
      {mayDo && forms[step]}
    </Card>
  )
}

type MoreProps = { label: string; children: ReactNode }

const More = ({ label, children }: MoreProps) => (
  <details className="mt-3">
    <summary className="button small">{label}</summary>
    <div className="mt-3">{children}</div>
  </details>
)

const isOpen = (need: NeedView) => need.mayChange && need.outcome === null

function Sources({ need, own, said }: NeedPageProps) {
  const { t } = said
  const step = nextStepOf(need)
  return (
    <Card title={t('whoSaid')}>
      <ul className="grid gap-3">
        {need.sources.map((source) => (
          <li key={source.id} className="flex items-start gap-2">
            <div className="grow">
              <blockquote className="whitespace-pre-line">「{source.verbatim}」</blockquote>
              <p className="text-muted">
                {[
                  source.person ?? source.informant ?? t('nobodyNamed'),
                  methodSaid(source, said),
                  daySaid(source.heardOn, said),
                  t('heardBy', { name: source.member }),
                ].join(' · ')}
                {source.interactionId && (
                  <>
                    {' · '}
                    <a href={`/interactions/${source.interactionId}`}>{t('theContact')}</a>
                  </>
                )}
              </p>
            </div>
            {isOpen(need) && need.sources.length > 1 && (
              <Press
                action={removeSource}
                values={{ sourceId: source.id }}
                className="button quiet square small"
                label={t('removeSource')}
                done={t('sourceRemoved')}
                undo={restoreSource}
              >
                <Icon name="x" />
              </Press>
            )}
          </li>
        ))}
      </ul>
      {isOpen(need) && step !== 'addSource' && (
        <More label={t('addSource')}>
          <AddSourceForm needId={need.id} accountId={need.account.id} own={own} source={emptySource(need)} />
        </More>
      )}
    </Card>
  )
}

const number = (value: string | null) => (value === null ? null : plain(value))

function Measure({ need, said }: NeedPageProps) {
  const { t, word } = said
  const step = nextStepOf(need)
  const withUnit = (value: string | null) => value && `${number(value)} ${need.unit ?? ''}`
  return (
    <Card title={t('howMuch')}>
      <Facts
        facts={[
          { label: t('context'), value: need.context, wide: true },
          { label: t('consequence'), value: need.consequence, wide: true },
          { label: t('metric'), value: need.metric },
          { label: t('baseline'), value: withUnit(need.baseline) },
          { label: t('target'), value: withUnit(need.target) },
          {
            label: t('confidence'),
            value: need.confidence && word(`confidence_${need.confidence}` as 'confidence_low'),
          },
          { label: t('measureSource'), value: need.measureSource },
          { label: word('importance'), value: need.importance && t('gradeOf', { grade: need.importance }) },
          { label: t('satisfaction'), value: need.satisfaction && t('gradeOf', { grade: need.satisfaction }) },
          { label: word('owner'), value: need.owner },
          { label: t('author'), value: need.author },
          { label: t('consented'), value: word(need.consented ? 'yes' : 'no') },
        ]}
      />
      {isOpen(need) && step !== 'describe' && (
        <More label={t('describeAgain')}>
          <DescribeForm need={need} />
        </More>
      )}
      {isOpen(need) && step !== 'describe' && step !== 'quantify' && (
        <More label={t('quantifyAgain')}>
          <QuantifyForm need={need} />
        </More>
      )}
      {isOpen(need) && step !== 'close' && (
        <More label={t('closeNeed')}>
          <CloseForm need={need} />
        </More>
      )}
    </Card>
  )
}

function Verifications({ need, said }: NeedPageProps) {
  const { t } = said
  return (
    <Card title={t('howSure')}>
      {need.verifications.length === 0 ? (
        <p className="text-muted">{t('notVerified')}</p>
      ) : (
        <ul className="grid gap-2">
          {need.verifications.map((each) => (
            <li key={each.id}>
              <p className="flex flex-wrap items-center gap-2">
                <Chip tone={each.stands ? 'ok' : 'warn'} icon={each.stands ? 'badge-check' : 'history'}>
                  {t(each.stands ? 'stands' : 'changedSince')}
                </Chip>
                {each.by} · {daySaid(each.on, said)}
              </p>
              <p className="text-muted">
                {each.procedure
                  ? t('byProcedure', { title: each.procedure.title, number: each.procedure.number })
                  : t('withoutProcedure')}
                {each.note && <> · {each.note}</>}
              </p>
            </li>
          ))}
        </ul>
      )}
      {isOpen(need) && (
        <More label={t('whatRests')}>
          <FeedForm need={need} />
        </More>
      )}
    </Card>
  )
}

function Answers({ need, contacts, said }: NeedPageProps) {
  const { t } = said
  const step = nextStepOf(need)
  return (
    <Card title={t('whatReplied')}>
      {need.answers.length === 0 && <p className="text-muted">{t('notAnswered')}</p>}
      <ul className="grid gap-3">
        {need.answers.map((answer) => (
          <li key={answer.id} className="flex items-start gap-2">
            <div className="grow">
              <p className="whitespace-pre-line">{answer.text}</p>
              <p className="text-muted">
                {answer.by} · {daySaid(answer.on, said)}
                {answer.interactionId && (
                  <>
                    {' · '}
                    <a href={`/interactions/${answer.interactionId}`}>{t('theContact')}</a>
                  </>
                )}
              </p>
            </div>
            {need.mayChange && (
              <Press
                action={removeAnswer}
                values={{ answerId: answer.id }}
                className="button quiet square small"
                label={t('removeAnswer')}
                done={t('answerRemoved')}
              >
                <Icon name="x" />
              </Press>
            )}
          </li>
        ))}
      </ul>
      {isOpen(need) && step !== 'answer' && (need.verified || need.feeds.length === 0) && (
        <More label={t('answer')}>
          <AnswerForm need={need} contacts={contacts} />
        </More>
      )}
    </Card>
  )
}

function Advocacies({ need, advocacies, members, said }: NeedPageProps) {
  const { t, word } = said
  return (
    <Card title={t('insideCompany')} id="advocacy">
      {advocacies.length === 0 && <p className="text-muted">{t('notAdvocated')}</p>}
      <ul className="grid gap-3">
        {advocacies.map((each) => (
          <li key={each.id}>
            <p className="flex flex-wrap items-center gap-2">
              <strong>{each.audience}</strong>
              {each.decision ? (
                <Chip tone={each.decision === 'accepted' ? 'ok' : 'warn'}>{word(`decision_${each.decision}`)}</Chip>
              ) : (
                <Chip tone={each.late ? 'risk' : 'info'}>{t('waitsFor', { name: each.owner })}</Chip>
              )}
            </p>
            <p className="whitespace-pre-line">{each.ask}</p>
            <p className="text-muted">
              {each.decidedOn
                ? t('decidedBy', { name: each.decidedBy ?? '', day: daySaid(each.decidedOn, said) })
                : t('decideByDay', { day: daySaid(each.dueOn, said) })}
              {each.because && <> · {each.because}</>}
              {each.repliedOn && <> · {t('repliedOn', { day: daySaid(each.repliedOn, said) })}</>}
              {each.replyDueOn && !each.repliedOn && <> · {t('replyOwed', { day: daySaid(each.replyDueOn, said) })}</>}
            </p>
            {each.mayDecide && (
              <More label={t('decide')}>
                <DecideForm advocacyId={each.id} />
              </More>
            )}
            {each.decision === null && need.mayChange && (
              <Press action={withdrawAdvocacy} values={{ advocacyId: each.id }} className="button small quiet">
                {t('withdraw')}
              </Press>
            )}
          </li>
        ))}
      </ul>
      {isOpen(need) &&
        (need.verified ? (
          <More label={t('advocate')}>
            <AdvocateForm need={need} members={members} />
          </More>
        ) : (
          <p className="mt-2 text-muted">{t('verifyToAdvocate')}</p>
        ))}
    </Card>
  )
}

function Reviews({ need, said }: NeedPageProps) {
  const { t, word } = said
  if (need.reviews.length === 0) return null
  return (
    <Card title={t('reviews')} flush>
      <ul className="rows">
        {need.reviews.map((review) => (
          <li key={review.id}>
            <span className="grow">
              {word(`outcome_${review.outcome}` as 'outcome_valid')} · {review.person}
              {review.words && <> · {review.words}</>}
            </span>
            <a href={`/needs/consultations/${review.consultationId}`}>{daySaid(review.reviewedOn, said)}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Voices({ voices, said }: NeedPageProps) {
  const { t } = said
  if (voices.length === 0) return null
  return (
    <Card title={t('voicesOf', { count: voices.length })}>
      <details>
        <summary className="button small">{t('showVoices')}</summary>
        <ul className="mt-3 grid gap-2">
          {voices.map((voice) => (
            <li key={voice.id}>
              「{voice.words}」
              <span className="text-muted">
                {' '}
                {[daySaid(voice.saidOn, said), voice.product, voice.retailer].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}
