import type { ReactNode } from 'react'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { fillVariables } from '../actions'
import { draftingMessages } from '../messages-drafting'
import type { AnnexView } from '../queries-annex'
import type { DraftingView } from '../queries-drafting'
import type { MismatchesView } from '../queries-mismatches'
import type { WorkingPaperView } from '../queries-papers'
import type { TextView } from '../queries-text'
import { AnnexCard } from './annex-card'
import { ClauseCard } from './clause-card'
import { AddClauseForm, EditClauseForm } from './clause-forms'
import { BeginForm } from './drafting-forms'
import { PapersCard } from './papers-card'
import type { Said } from './said'
import { variableSaid } from './variable-words'

type TextPageProps = {
  text: TextView
  drafting: DraftingView
  mismatches: MismatchesView
  annex: AnnexView
  papers: WorkingPaperView
  editing: string | null
  /** The way to drop a point that was agreed, beside it. */
  dropForm: (point: { issueId: string; name: string }) => ReactNode
  /** The address of this very page. */
  back: string
  said: Said
}

/** The text of a version clause by clause; on their paper, its key terms. */
export function TextPage(props: TextPageProps) {
  const { text, drafting, mismatches, annex, papers, editing, dropForm, back, said } = props
  const { t } = said
  const d = translatorOf(draftingMessages, said.locale)
  const { clauses, mayDraft } = text
  const ours = text.paper === 'ours'
  const word = (key: 'add' | 'title') =>
    key === 'add' ? t(ours ? 'addClause' : 'addKeyTerm') : t(ours ? 'clauses' : 'keyTerms')
  return (
    <div className="grid gap-5">
      <Open {...{ text, drafting, mismatches, dropForm, said }} />
      {clauses.length === 0 && mayDraft && ours && (
        <Card title={d('begin')}>
          <BeginForm versionId={text.versionId} drafting={drafting} />
        </Card>
      )}
      <Card title={word('title')} action={<TextLinks text={text} said={said} />}>
        {clauses.length === 0 ? (
          <EmptyState icon="file-text" title={t('noClauses')} text={t('noClausesText')} />
        ) : (
          <ol className="grid gap-4">
            {clauses.map((clause, index) => (
              <li key={clause.id} className="grid gap-2">
                {mayDraft && editing === clause.id ? (
                  <EditClauseForm clause={clause} points={mismatches.points} back={back} />
                ) : (
                  <ClauseCard
                    clause={clause}
                    number={index + 1}
                    help={drafting.library.find(({ clauseId }) => clauseId === clause.id) ?? null}
                    mismatch={mismatches.found.find(({ clauseKey }) => clauseKey === clause.key) ?? null}
                    back={back}
                    mayDraft={mayDraft}
                    said={said}
                  />
                )}
              </li>
            ))}
          </ol>
        )}
      </Card>
      {mayDraft && editing === null && (
        <Card title={word('add')}>
          <AddClauseForm
            versionId={text.versionId}
            points={mismatches.points}
            submit={word('add')}
            secondary={clauses.length === 0 && ours}
          />
        </Card>
      )}
      {annex && <AnnexCard annex={annex} said={said} />}
      {papers && clauses.length > 0 && <PapersCard papers={papers} said={said} />}
    </div>
  )
}

function TextLinks({ text, said }: { text: TextView; said: Said }) {
  const d = translatorOf(draftingMessages, said.locale)
  const page = `/agreements/${text.agreementId}`
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Chip>{said.t('versionOf', { number: text.number })}</Chip>
      {text.paperFileId && (
        <a className="button small" href={`/api/files/${text.paperFileId}`}>
          <Icon name="paperclip" />
          {d('openPaper')}
        </a>
      )}
      {text.paper === 'theirs' && text.mayDraft && (
        <a className="button small" href={`${page}/paper?version=${text.versionId}`}>
          <Icon name="pencil" />
          {d('editTerms')}
        </a>
      )}
      {text.clauses.length > 0 && (
        <a className="button small" href={`${page}/compare?to=${text.versionId}`}>
          <Icon name="rows-3" />
          {d('compare')}
        </a>
      )}
    </span>
  )
}

type OpenProps = Pick<TextPageProps, 'text' | 'drafting' | 'mismatches' | 'dropForm' | 'said'>

/** What is still open in the text: agreed points that nobody wrote down, variables that nobody filled. */
function Open({ text, drafting, mismatches, dropForm, said }: OpenProps) {
  const d = translatorOf(draftingMessages, said.locale)
  const unwritten = mismatches.found.filter(({ kind }) => kind === 'notWritten')
  const { unfilled, unknown, mayFill } = drafting
  const named = (names: readonly string[]) => names.map((name) => variableSaid(name, said)).join(d('comma'))
  if (unwritten.length + unfilled.length + unknown.length === 0 && !mayFill) return null
  return (
    <div className="grid gap-2">
      {unwritten.length > 0 && (
        <ul className="notice warn grid gap-1">
          {unwritten.map(({ issueId, name, negotiated }) => (
            <li key={issueId} className="grid gap-1">
              {d('notWritten', { name, agreed: String(negotiated) })}
              {text.mayDraft && dropForm({ issueId, name })}
            </li>
          ))}
        </ul>
      )}
      {unknown.length > 0 && <p className="notice warn">{d('unknown', { names: unknown.join(d('comma')) })}</p>}
      {unfilled.length > 0 && <p className="notice info">{d('unfilled', { names: named(unfilled) })}</p>}
      {text.mayDraft && mayFill && (
        <Press action={fillVariables} values={{ agreementVersionId: text.versionId }}>
          {d('fill')}
        </Press>
      )}
    </div>
  )
}
