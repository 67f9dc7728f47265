import type { ReactNode } from 'react'
import { exact } from '@/lib/kernel/exact'
import { formatMoney } from '@/lib/kernel/money'
import { marksOf } from '@/lib/kernel/punctuation'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { compareMessages } from '../messages-compare'
import { lessonWords } from '../messages-lessons'
import { offerMessages } from '../messages-offers'
import type { ComparedIssue } from '../model-compare'
import type { OfferValue } from '../model-issues'
import type { Comparable, ComparedSide, Comparison } from '../queries-compare'
import { numberSaid, valueSaid } from '../rules-values'
import type { Said } from './said'
import { StateMark } from './state-mark'

type Words = { t: Translate<typeof compareMessages>; lesson: Translate<typeof lessonWords>; said: Said }
type Chosen = { a: string; b: string }
type ComparePageProps = { offered: Comparable; chosen: Chosen; found: Comparison | null; said: Said }

/** Two negotiations side by side; they are chosen without scripts. */
export function ComparePage({ offered, chosen, found, said }: ComparePageProps) {
  const t = translatorOf(compareMessages, said.locale)
  const words = { t, lesson: translatorOf(lessonWords, said.locale), said }
  if (offered.length < 2 && !found)
    return (
      <EmptyState
        icon="handshake"
        title={t('emptyTitle')}
        text={t('tooFew')}
        action={
          <a className="button primary" href="/negotiations/new">
            {said.t('openNew')}
          </a>
        }
      />
    )
  const twice = chosen.a !== '' && chosen.a === chosen.b
  return (
    <div className="grid gap-5">
      <form className="form-grid no-print" method="get">
        <Chooser name="a" label={t('first')} offered={offered} chosen={chosen.a} words={words} />
        <Chooser name="b" label={t('second')} offered={offered} chosen={chosen.b} words={words} />
        <div className="field">
          <button type="submit" className={found ? 'button self-end' : 'button primary self-end'}>
            {t('show')}
          </button>
        </div>
      </form>
      {twice && (
        <p className="notice risk" role="alert">
          {t('sameTwice')}
        </p>
      )}
      {found ? <Sides found={found} words={words} /> : !twice && <p className="text-muted">{t('emptyText')}</p>}
    </div>
  )
}

type ChooserProps = { name: string; label: string; offered: Comparable; chosen: string; words: Words }

function Chooser({ name, label, offered, chosen, words: { t, said } }: ChooserProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select name={name} className="input select" defaultValue={chosen} required>
        <option value="">{t('choose')}</option>
        {offered.map(({ id, title, account, state }) => (
          <option key={id} value={id}>
            {t('chosen', { title, account, state: said.word(`state_${state}`) })}
          </option>
        ))}
      </select>
    </label>
  )
}

function Sides({ found: { sides, matters }, words }: { found: Comparison; words: Words }) {
  const { t } = words
  const [one, other] = sides
  const columns = [
    { label: t('matter') },
    { label: t('one', { title: one.title }) },
    { label: t('other', { title: other.title }) },
  ]
  const row = (label: string, cell: (side: ComparedSide) => ReactNode) => ({
    key: label,
    cells: [label, cell(one), cell(other)],
  })
  return (
    <>
      <Card title={t('head')} flush>
        <RecordTable caption={t('head')} columns={columns} rows={headRows(row, words)} sentences />
      </Card>
      <Card title={t('issues')} flush={matters.length > 0}>
        {matters.length === 0 ? (
          <p className="text-muted">{t('noIssues')}</p>
        ) : (
          <RecordTable
            caption={t('issues')}
            columns={columns}
            rows={matters.map((matter, index) => ({
              key: String(index),
              cells: [
                matter.name,
                <Matter key="a" issue={matter.one} words={words} />,
                <Matter key="b" issue={matter.other} words={words} />,
              ],
            }))}
            sentences
          />
        )}
      </Card>
      <Card title={t('learnt')} flush>
        <RecordTable caption={t('learnt')} columns={columns} rows={learntRows(row, words)} sentences />
      </Card>
    </>
  )
}

type Row = (label: string, cell: (side: ComparedSide) => ReactNode) => { key: string; cells: ReactNode[] }

/** What both were about and how they went; amounts in the currency of each. */
function headRows(row: Row, { t, said }: Words) {
  const { word } = said
  const money = (amount: string, { currency }: ComparedSide) => formatMoney({ amount, currency })
  const secret = (side: ComparedSide, tell: (known: NonNullable<ComparedSide['secret']>) => string) =>
    side.secret ? tell(side.secret) : <span className="text-muted">{t('forGroup')}</span>
  return [
    row(t('account'), ({ account }) => <a href={`/accounts/${account.id}`}>{account.name}</a>),
    row(word('state'), ({ id, state }) => (
      <a href={`/negotiations/${id}`}>
        <StateMark state={state} word={word} />
      </a>
    )),
    row(word('kind'), ({ kind, direction }) => `${word(`kind_${kind}`)} · ${word(`direction_${direction}`)}`),
    row(t('lead'), ({ lead }) => lead),
    row(word('expectedValue'), (side) => side.expectedValue && money(side.expectedValue, side)),
    row(t('started'), ({ startedOn }) => daySaid(startedOn, said)),
    row(t('agreed'), ({ agreedOn }) => daySaid(agreedOn, said)),
    row(t('closed'), ({ closedOn }) => daySaid(closedOn, said)),
    row(t('rounds'), ({ course: { rounds, days, ours, theirs } }) =>
      days === null ? t('noRounds') : t('roundsSaid', { rounds, days, ours, theirs }),
    ),
    row(t('concessions'), (side) =>
      secret(side, ({ given, got, pairs }) =>
        t('concessionsSaid', {
          given: money(given.all, side),
          got: money(got.all, side),
          pairs,
          uncosted: given.uncosted + got.uncosted,
        }),
      ),
    ),
    row(t('left'), (side) =>
      secret(side, ({ left }) =>
        left === null ? t('notKnown') : t('leftSaid', { points: numberSaid(exact(left).toDecimalPlaces(1).toFixed()) }),
      ),
    ),
  ]
}

/** An issue as it stood on one side. */
function Matter({ issue, words: { t, said } }: { issue: ComparedIssue | null; words: Words }) {
  if (!issue) return <span className="text-muted">{t('notThere')}</span>
  const word = translatorOf(offerMessages, said.locale)
  const value = (given: OfferValue | null) =>
    given === null ? '—' : valueSaid(issue, given, { yes: word('yes'), no: word('no') })
  const { agreed, ours, theirs, secret } = issue
  const means = secret && [secret.opening, secret.target, secret.limit].some((each) => each !== null)
  return (
    <div className="grid gap-1">
      <p className="font-medium">{agreed === null ? t('notSettled') : t('settled', { value: value(agreed) })}</p>
      {(ours !== null || theirs !== null) && <p>{t('stood', { ours: value(ours), theirs: value(theirs) })}</p>}
      {means && (
        <p className="text-sm text-muted">
          {t('meant', {
            opening: value(secret.opening),
            target: value(secret.target),
            limit: value(secret.limit),
          })}
        </p>
      )}
    </div>
  )
}

function learntRows(row: Row, { t, lesson: word, said: { locale } }: Words) {
  const { comma } = marksOf(locale)
  const told = (label: string, of: (written: NonNullable<ComparedSide['debrief']>) => string | null) =>
    row(label, ({ debrief }) =>
      debrief ? (
        <span className="whitespace-pre-line">{of(debrief) ?? '—'}</span>
      ) : (
        <span className="text-muted">{t('noDebrief')}</span>
      ),
    )
  return [
    told(word('techniques'), ({ techniques }) => techniques.map((each) => word(`technique_${each}`)).join(comma)),
    told(word('worked'), ({ worked }) => worked),
    told(word('failed'), ({ failed }) => failed),
    told(word('lesson'), ({ lesson }) => lesson),
    told(word('reuse'), ({ reuse }) => reuse),
  ]
}
