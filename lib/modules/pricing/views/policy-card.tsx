'use client'
import { formatDay } from '@/lib/kernel/day'
import { Card, Facts } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { acknowledgePolicy, archivePolicy, submitPolicy } from '../actions'
import { pages } from '../messages-pages'
import { words } from '../messages-words'
import { type PriceLevel, priceLevels } from '../model'
import type { PolicyState } from '../model-policy'
import type { PolicyView } from '../queries-policy'

const tones: Readonly<Record<PolicyState, Tone>> = {
  draft: 'plain',
  inReview: 'info',
  sentBack: 'warn',
  approved: 'brand',
  inForce: 'ok',
  superseded: 'plain',
}

/** The law of precedence, printed. */
export function LawCard() {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  return (
    <Card title={t('law')}>
      <ol className="flex flex-wrap items-center gap-2">
        {priceLevels.map((level: PriceLevel, index) => (
          <li key={level}>
            <Chip tone={index === 0 ? 'brand' : 'plain'}>{`${index + 1}. ${field(`level_${level}`)}`}</Chip>
          </li>
        ))}
      </ol>
      <p className="text-muted pt-2">{t('lawText')}</p>
    </Card>
  )
}

type Editions = readonly {
  id: string
  number: number
  title: string
  englishTitle: string | null
  validFrom: string
  state: PolicyState
}[]

/** The policy in force, or why there is none, with the other editions. */
export function PolicyNow({
  current,
  editions,
  mayWrite,
}: {
  current: PolicyView | null
  editions: Editions
  mayWrite: boolean
}) {
  const t = useTranslator(pages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  if (!current && editions.length === 0)
    return (
      <Card title={t('policyInForce')}>
        <EmptyState
          title={t('noPolicy')}
          text={t('noPolicyText')}
          action={
            mayWrite && (
              <a className="button" href="/pricing/policies/new">
                {t('newPolicy')}
              </a>
            )
          }
        />
      </Card>
    )
  return (
    <Card
      title={t('policyInForce')}
      action={
        mayWrite && (
          <a className="button small quiet" href="/pricing/policies/new">
            {t('newPolicy')}
          </a>
        )
      }
    >
      {current ? (
        <>
          <p>
            <a href={`/pricing/policies/${current.policy.id}`}>{titleOf(current.policy, locale)}</a>{' '}
            <span className="text-muted">
              {t('edition', { number: current.policy.number })} ·{' '}
              {t('inForceSince', { day: formatDay(current.policy.validFrom, locale, 'short', calendar) })}
            </span>
          </p>
          <Readers view={current} />
        </>
      ) : (
        <p>{t('noPolicy')}</p>
      )}
      <details>
        <summary className="button small quiet w-fit">{t('editions')}</summary>
        <ul className="rows">
          {editions.map((edition) => (
            <li key={edition.id}>
              <a className="grow" href={`/pricing/policies/${edition.id}`}>
                {t('edition', { number: edition.number })} · {titleOf(edition, locale)}
              </a>
              <PolicyMark state={edition.state} />
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}

const titleOf = ({ title, englishTitle }: { title: string; englishTitle: string | null }, locale: string) =>
  locale === 'en' ? (englishTitle ?? title) : title

export function PolicyMark({ state }: { state: PolicyState }) {
  const field = useTranslator(words)
  return <Chip tone={tones[state]}>{field(`state_${state}`)}</Chip>
}

function Readers({ view: { policy, readers, mine } }: { view: PolicyView }) {
  const t = useTranslator(pages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const missing = readers.filter(({ readOn }) => readOn === null)
  return (
    <div className="flex flex-col gap-2 py-2">
      <p className="text-muted">
        {t('readBy', { read: readers.length - missing.length, all: readers.length })}
        {missing.length > 0 && ` · ${t('notRead', { names: missing.map(({ name }) => name).join('、') })}`}
      </p>
      {mine.readOn ? (
        <p>{t('acknowledged', { day: formatDay(mine.readOn, locale, 'short', calendar) })}</p>
      ) : (
        mine.mustRead && (
          <Press action={acknowledgePolicy} values={{ policyId: policy.id }} className="button">
            {t('acknowledge')}
          </Press>
        )
      )}
    </div>
  )
}

/** One edition: its text, its limits, who has read it, and what can be done with it. */
export function PolicyPage({ view, mayWrite }: { view: PolicyView; mayWrite: boolean }) {
  const t = useTranslator(pages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const { policy } = view
  const { limits } = policy
  const editable = mayWrite && (policy.state === 'draft' || policy.state === 'sentBack')
  const pct = (value: string | null) => (value === null ? null : `${value}%`)
  return (
    <>
      <Card title={t('policyText')} action={<PolicyMark state={policy.state} />}>
        <p className="text-muted">{t('holdsFrom', { day: formatDay(policy.validFrom, locale, 'short', calendar) })}</p>
        <p className="whitespace-pre-wrap py-2">
          {locale === 'en' ? (policy.englishBody ?? policy.body) : policy.body}
        </p>
        {(policy.state === 'inForce' || policy.state === 'approved') && <Readers view={view} />}
        {editable && (
          <div className="flex flex-wrap gap-2">
            <Press action={submitPolicy} values={{ policyId: policy.id }} className="button primary">
              {t('submit')}
            </Press>
            <a className="button" href={`/pricing/policies/${policy.id}/edit`}>
              {t('editPolicy')}
            </a>
          </div>
        )}
        {mayWrite && (editable || policy.state === 'inReview') && (
          <Press
            action={archivePolicy}
            values={{ policyId: policy.id }}
            className="button quiet w-fit"
            after="/pricing"
          >
            {t('discard')}
          </Press>
        )}
      </Card>
      <Card title={t('limits')}>
        <Facts
          facts={[
            { label: t('leadDiscountPct'), value: pct(limits.discountPct.salesLead) },
            { label: t('managerDiscountPct'), value: pct(limits.discountPct.manager) },
            { label: t('directorDiscountPct'), value: pct(limits.discountPct.director) },
            ...(limits.annualPct === ''
              ? []
              : [
                  { label: t('managerMarginPct'), value: pct(limits.marginPct.manager) },
                  { label: t('directorMarginPct'), value: pct(limits.marginPct.director) },
                  { label: t('annualPct'), value: pct(limits.annualPct) },
                  { label: t('steepPct'), value: pct(limits.steepPct) },
                ]),
            { label: t('paymentDays'), value: `${limits.paymentDays} ${t('days')}` },
            { label: t('noticeDays'), value: `${limits.noticeDays} ${t('days')}` },
            { label: t('roundTo'), value: limits.roundTo },
          ]}
        />
      </Card>
    </>
  )
}
