import type { ReactNode } from 'react'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { RecordTable } from '@/lib/ui/record-table'
import { draftingMessages } from '../messages-drafting'
import type { Word } from '../messages-words'
import type { ComparisonView } from '../queries-compare'
import type { Run } from '../rules-redline'
import { CompareChoice } from './compare-choice'
import type { Said } from './said'

type Change = ComparisonView['changes'][number]
const tones: Readonly<Record<Change['kind'], Tone>> = {
  added: 'ok',
  removed: 'risk',
  changed: 'warn',
  moved: 'info',
  same: 'plain',
}

/** Two versions side by side: facts that differ, and the redline of every clause that changed. */
export function ComparePage({ view, said }: { view: ComparisonView; said: Said }) {
  const d = translatorOf(draftingMessages, said.locale)
  const changed = view.changes.filter(({ kind }) => kind !== 'same')
  const same = view.changes.length - changed.length
  return (
    <div className="grid gap-5">
      <CompareChoice view={view} />
      {view.facts.length > 0 && (
        <Card title={d('factsChanged')} flush>
          <RecordTable
            caption={d('factsChanged')}
            sentences
            columns={[d('field'), d('was'), d('now')].map((label) => ({ label }))}
            rows={view.facts.map(({ name, was, now }) => ({
              key: name,
              cells: [said.word(name as Word), factSaid(name, was, said), factSaid(name, now, said)],
            }))}
          />
        </Card>
      )}
      {view.kpis.length > 0 && (
        <Card title={d('kpisChanged')} flush>
          <RecordTable
            caption={d('kpisChanged')}
            sentences
            columns={[d('field'), d('was'), d('now')].map((label) => ({ label }))}
            rows={view.kpis.map(({ key, label, was, now }) => ({ key, cells: [label, was ?? '—', now] }))}
          />
        </Card>
      )}
      {view.terms.length > 0 && (
        <Card title={d('termsChanged')} flush>
          <RecordTable
            caption={d('termsChanged')}
            sentences
            columns={[d('term'), d('was'), d('now')].map((label) => ({ label }))}
            rows={view.terms.map(({ code, name, was, now }) => ({ key: code, cells: [name, was || '—', now || '—'] }))}
          />
        </Card>
      )}
      <Card title={d('textChanged')}>
        <div className="grid gap-4">
          {changed.length > 0 && <p className="text-muted">{d('legend')}</p>}
          {changed.length === 0 && view.facts.length + view.terms.length + view.kpis.length === 0 && (
            <p>{d('nothingChanged')}</p>
          )}
          {changed.map((change) => (
            <OneChange key={change.key} change={change} said={said} />
          ))}
          {same > 0 && <p className="text-muted">{d('showSame', { count: same })}</p>}
        </div>
      </Card>
    </div>
  )
}

const chosen = ['renewal', 'noticeUnit']
const factSaid = (name: string, value: string, { word }: Said) =>
  value === '' ? '—' : chosen.includes(name) ? word(`${name}_${value}` as Word) : value

/** A clause that differs, with words beside the colours. */
export function OneChange({ change, said }: { change: Change; said: Said }) {
  const d = translatorOf(draftingMessages, said.locale)
  const shown = 'after' in change ? change.after : change.before
  const whole = (text: string): ReactNode =>
    change.kind === 'removed' ? (
      <Deleted text={text} said={said} />
    ) : change.kind === 'added' ? (
      <Inserted text={text} said={said} />
    ) : (
      text
    )
  return (
    <article className="grid gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <h3>{change.kind === 'changed' ? <Redline runs={change.heading} said={said} /> : shown.heading}</h3>
        <Chip tone={tones[change.kind]}>{d(`kind_${change.kind}`)}</Chip>
      </div>
      {change.kind !== 'moved' && (
        <p className="whitespace-pre-line">
          {change.kind === 'changed' ? <Redline runs={change.body} said={said} /> : whole(shown.body)}
        </p>
      )}
    </article>
  )
}

function Redline({ runs, said }: { runs: readonly Run[]; said: Said }) {
  return runs.map(({ kind, text }, index) => {
    const key = `${index}${kind}`
    if (kind === 'added') return <Inserted key={key} text={text} said={said} />
    if (kind === 'removed') return <Deleted key={key} text={text} said={said} />
    return <span key={key}>{text}</span>
  })
}

function Inserted({ text, said }: { text: string; said: Said }) {
  return (
    <ins className="text-ok">
      <span className="hush">{translatorOf(draftingMessages, said.locale)('inserted')}</span>
      {text}
    </ins>
  )
}

function Deleted({ text, said }: { text: string; said: Said }) {
  return (
    <del className="text-risk">
      <span className="hush">{translatorOf(draftingMessages, said.locale)('deleted')}</span>
      {text}
    </del>
  )
}
