import type { ReactNode } from 'react'
import { exact } from '@/lib/kernel/exact'
import { Card, type Fact, Facts } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { PageHeader } from '@/lib/ui/page-header'
import type { PromotionRecord } from '../queries-record'
import { daySaid, daysSaid, moneySaid, percentSaid, type Said, unitsSaid } from './said'
import { SalesAround } from './sales-around'
import { StateMark } from './state-mark'
import { AgreeForm, CancelForm, DecideForm, ResultForm, SettleForm } from './step-forms'

type PromotionPageProps = { promotion: PromotionRecord; said: Said }

type Step = 'agree' | 'result' | 'direction' | 'settle' | 'none'

/** The one thing to do next. */
function nextOf({ state, owesResult, result, directions }: PromotionRecord): Step {
  if (state === 'cancelled' || state === 'evaluated') return 'none'
  if (owesResult) return 'result'
  if (state === 'planned') return 'agree'
  if (result && directions.length === 0) return 'direction'
  return state === 'ended' ? 'settle' : 'none'
}

/** One promotion: what it is, what it sold, what it brought, and where it goes from here. */
export function PromotionPage({ promotion, said, approval }: PromotionPageProps & { approval: ReactNode }) {
  const { t, word } = said
  const next = nextOf(promotion)
  const open = promotion.mayPlan && !['cancelled', 'settled', 'evaluated'].includes(promotion.state)
  return (
    <>
      <PageHeader
        title={promotion.title}
        crumbs={[{ label: word('promotions'), href: '/promotions' }]}
        crumbsLabel={t('where')}
        meta={
          <>
            <StateMark state={promotion.state} word={word} />
            <Chip>{word(`form_${promotion.form}`)}</Chip>
            {promotion.owesResult && (
              <Chip tone="risk" icon="calendar-clock">
                {t('overdueBy', { days: promotion.endedDays })}
              </Chip>
            )}
          </>
        }
        actions={
          open && (
            <a className="button small" href={`/promotions/${promotion.id}/edit`}>
              <Icon name="pencil" />
              {t('edit')}
            </a>
          )
        }
      />
      {promotion.cancelledBecause && (
        <p className="notice warn mb-4">{t('cancelledBecause', { because: promotion.cancelledBecause })}</p>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid min-w-0 gap-4">
          <Next promotion={promotion} said={said} step={next} />
          {approval}
          <SalesAround promotion={promotion} said={said} />
          <ResultCard promotion={promotion} said={said} />
        </div>
        <div className="grid min-w-0 gap-4">
          <FactsCard promotion={promotion} said={said} />
          <Directions promotion={promotion} said={said} again={next !== 'direction'} />
          <Settlement promotion={promotion} said={said} offered={next !== 'settle'} />
          {open && (
            <details>
              <summary className="button small">{t('cancel')}</summary>
              <div className="mt-3">
                <CancelForm promotion={promotion} />
              </div>
            </details>
          )}
        </div>
      </div>
    </>
  )
}

function Next({ promotion, said, step }: PromotionPageProps & { step: Step }) {
  const { t } = said
  if (step === 'none') {
    if (promotion.state === 'agreed') return <p>{t('next_agreed', { day: daySaid(promotion.storeFrom, said) })}</p>
    return promotion.state === 'running' ? <p>{t('next_running', { day: daySaid(promotion.storeTo, said) })}</p> : null
  }
  const forms: Record<Exclude<Step, 'none'>, ReactNode> = {
    agree: <AgreeForm promotion={promotion} />,
    result: <ResultForm promotion={promotion} />,
    direction: <DecideForm promotion={promotion} />,
    settle: <SettleForm promotion={promotion} />,
  }
  if (step === 'agree' && !promotion.consented)
    return (
      <Card id="next" title={t('next_consent')}>
        <p>{t('consentText')}</p>
      </Card>
    )
  const mayDo = step === 'settle' ? promotion.maySettle : promotion.mayPlan
  return (
    <Card id="next" title={t(step === 'agree' ? 'next_planned' : `next_${step}`)}>
      {mayDo ? forms[step] : <p className="text-muted">{promotion.owner}</p>}
    </Card>
  )
}

function FactsCard({ promotion, said }: PromotionPageProps) {
  const { t, word } = said
  const money = (amount: string | null) => moneySaid(amount, promotion.currency)
  const { agreed } = promotion
  const facts: Fact[] = [
    {
      label: t('clients'),
      wide: true,
      value: promotion.accounts.map(({ id, name }) => (
        <a key={id} href={`/accounts/${id}`} className="mr-3">
          {name}
        </a>
      )),
    },
    {
      label: t('products'),
      wide: true,
      value: promotion.products.map(({ id, code, name }) => (
        <a key={id} href={`/products/${id}`} className="mr-3">
          {code} {name}
        </a>
      )),
    },
    { label: t('storeDays'), value: daysSaid(promotion.storeFrom, promotion.storeTo, said) },
    { label: word('owner'), value: promotion.owner },
    { label: t('orderDays'), value: daysSaid(promotion.orderFrom, promotion.orderTo, said) },
    { label: t('shipDays'), value: daysSaid(promotion.shipFrom, promotion.shipTo, said) },
    { label: word('budgetOurs'), value: money(promotion.budgetOurs) },
    { label: word('budgetTheirs'), value: money(promotion.budgetTheirs) },
    { label: word('budgetFund'), value: [money(promotion.budgetFund), promotion.fund].filter(Boolean).join(' · ') },
    { label: word('expectedLiftPct'), value: promotion.expectedLiftPct && percentSaid(promotion.expectedLiftPct) },
    { label: t('mechanics'), value: promotion.mechanics, wide: true },
    {
      label: t('agreement'),
      wide: true,
      value: agreed && `${agreed.note} · ${t('agreedBy', { name: agreed.by, day: daySaid(agreed.on, said) })}`,
    },
  ]
  return (
    <Card title={t('facts')}>
      <Facts facts={facts} />
    </Card>
  )
}

function ResultCard({ promotion, said }: PromotionPageProps) {
  const { t, locale } = said
  const { result, currency, unit, seesMargin } = promotion
  if (!result) return null
  const units = (value: string) => `${unitsSaid(value, locale)} ${unit}`
  const percent = (value: string | null) => (value === null ? t('cannotSay') : percentSaid(value))
  const money = (value: string | null) => moneySaid(value, currency) ?? t('cannotSay')
  const facts: Fact[] = [
    { label: t('actualUnits'), value: <a href="#sales">{units(result.actualUnits)}</a> },
    { label: t('baselineUnits'), value: units(result.baseline) },
    { label: t('lift'), value: <strong>{percent(result.liftPct)}</strong> },
    { label: t('netIncremental'), value: units(result.netIncremental) },
    { label: t('cannibalised'), value: units(result.cannibalised) },
    { label: t('pulledForward'), value: units(result.pulledForward) },
    { label: t('unitDiscount'), value: money(result.unitDiscount) },
    { label: t('fixedCost'), value: money(result.fixedCost) },
    { label: t('investment'), value: money(result.investment) },
    ...(seesMargin
      ? [
          { label: t('unitContribution'), value: money(result.unitContribution) },
          { label: t('incrementalContribution'), value: money(result.incrementalContribution) },
          { label: t('profit'), value: <strong>{money(result.profit)}</strong> },
          {
            label: t('roi'),
            value: result.roi === null ? t('cannotSay') : percent(exact(result.roi).times(100).toFixed()),
          },
          { label: t('breakEvenLift'), value: percent(result.breakEvenLiftPct) },
        ]
      : []),
    { label: t('learning'), value: result.learning, wide: true },
  ]
  return (
    <Card id="result" title={t('result')}>
      <Facts facts={facts} />
      {seesMargin && result.unitContribution === null && <p className="hint mt-2">{t('costUnknown')}</p>}
      {!seesMargin && <p className="hint mt-2">{t('confidential')}</p>}
      {promotion.expectedLiftPct && (
        <p className="mt-2">{t('expected', { lift: percentSaid(promotion.expectedLiftPct) })}</p>
      )}
      {promotion.mayPlan && (
        <details className="mt-3">
          <summary className="button small">{t('recordAgain')}</summary>
          <div className="mt-3">
            <ResultForm promotion={promotion} />
          </div>
        </details>
      )}
    </Card>
  )
}

function Directions({ promotion, said, again }: PromotionPageProps & { again: boolean }) {
  const { t, word } = said
  return (
    <Card id="direction" title={t('direction')}>
      {promotion.directions.length === 0 && (
        <p className="text-muted">{t(promotion.result ? 'directionNone' : 'directionNeedsResult')}</p>
      )}
      <ul className="grid gap-4">
        {promotion.directions.map((each) => (
          <li key={each.id}>
            <p className="flex flex-wrap items-center gap-2">
              <Chip tone={each.decision === 'repeat' ? 'ok' : each.decision === 'change' ? 'warn' : 'risk'}>
                {word(`decision_${each.decision}`)}
              </Chip>
              <span className="text-muted">
                {t('decidedBy', { name: each.decidedBy, day: daySaid(each.decidedOn, said) })}
              </span>
            </p>
            <p className="whitespace-pre-line">{each.reason}</p>
            <ul className="text-muted">
              {each.citations.map((cited) => (
                <li key={cited.id}>
                  {word(`stance_${cited.stance}`)}：
                  {cited.promotionId ? (
                    <a href={`/promotions/${cited.promotionId}`}>{cited.title}</a>
                  ) : (
                    cited.snapshotOn && <a href="#sales">{t('citedSales', { day: daySaid(cited.snapshotOn, said) })}</a>
                  )}
                </li>
              ))}
            </ul>
            {each.reviewOn && <p>{t('reviewDue', { day: daySaid(each.reviewOn, said) })}</p>}
          </li>
        ))}
      </ul>
      {again && promotion.mayPlan && promotion.result && promotion.state !== 'cancelled' && (
        <details className="mt-3">
          <summary className="button small">{t('decide')}</summary>
          <div className="mt-3">
            <DecideForm promotion={promotion} />
          </div>
        </details>
      )}
    </Card>
  )
}

function Settlement({ promotion, said, offered }: PromotionPageProps & { offered: boolean }) {
  const { t } = said
  const { settled, currency } = promotion
  if (promotion.state === 'cancelled') return null
  if (!settled)
    return (
      <Card id="settlement" title={t('settlement')}>
        {promotion.state !== 'ended' && <p className="text-muted">{t('settleLater')}</p>}
        {promotion.state === 'ended' && offered && promotion.maySettle && (
          <details>
            <summary className="button small">{t('settle')}</summary>
            <div className="mt-3">
              <SettleForm promotion={promotion} />
            </div>
          </details>
        )}
      </Card>
    )
  return (
    <Card id="settlement" title={t('settlement')}>
      <Facts
        facts={[
          { label: t('settledCost'), value: moneySaid(settled.cost, currency) },
          { label: t('settledDocument'), value: settled.document },
          {
            label: t('proofFile'),
            value: settled.proof && <a href={`/api/files/${settled.proof.id}`}>{settled.proof.name}</a>,
          },
          { label: t('proofNote'), value: settled.proofNote },
        ]}
      />
      <p className="mt-2 text-muted">{t('settledBy', { name: settled.by, day: daySaid(settled.on, said) })}</p>
    </Card>
  )
}
