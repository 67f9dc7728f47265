import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { moveClause, removeClause } from '../actions'
import type { AgreementView } from '../queries'
import { AddClauseForm, EditClauseForm } from './clause-forms'
import type { Said } from './said'

type Clause = AgreementView['latest']['clauses'][number]
type TextPageProps = { agreement: AgreementView; editing: string | null; said: Said }

/** The text clause by clause; on their paper, its key terms. */
export function TextPage({ agreement, editing, said }: TextPageProps) {
  const { t } = said
  const { paper, latest, mayDraft } = agreement
  const ours = paper === 'ours'
  const back = `/agreements/${agreement.id}/text`
  return (
    <div className="grid gap-5">
      <Card title={t(ours ? 'clauses' : 'keyTerms')} action={<Chip>{t('versionOf', { number: latest.number })}</Chip>}>
        {latest.clauses.length === 0 ? (
          <EmptyState icon="file-text" title={t('noClauses')} text={t('noClausesText')} />
        ) : (
          <ol className="grid gap-4">
            {latest.clauses.map((clause, index) => (
              <li key={clause.id} className="grid gap-2">
                {mayDraft && editing === clause.id ? (
                  <EditClauseForm clause={clause} back={back} />
                ) : (
                  <OneClause clause={clause} number={index + 1} back={back} mayDraft={mayDraft} said={said} />
                )}
              </li>
            ))}
          </ol>
        )}
      </Card>
      {mayDraft && editing === null && (
        <Card title={t(ours ? 'addClause' : 'addKeyTerm')}>
          <AddClauseForm versionId={latest.id} submit={t(ours ? 'addClause' : 'addKeyTerm')} />
        </Card>
      )}
    </div>
  )
}

type OneClauseProps = { clause: Clause; number: number; back: string; mayDraft: boolean; said: Said }

function OneClause({ clause, number, back, mayDraft, said: { t, word } }: OneClauseProps) {
  const { id, heading, body, aspect, tags, deviation, deviationReason } = clause
  return (
    <article className="grid gap-2" id={id}>
      <div className="flex flex-wrap items-center gap-2">
        <h3>
          {number}. {heading}
        </h3>
        <Chip>{word(`aspect_${aspect}`)}</Chip>
        {tags.map((tag) => (
          <Chip key={tag} tone="info">
            {word(`tags_${tag}`)}
          </Chip>
        ))}
        {deviation !== 'none' && (
          <Chip tone={deviation === 'material' ? 'risk' : 'warn'}>
            {word('deviation')}：{word(`deviation_${deviation}`)}
          </Chip>
        )}
      </div>
      <p className="whitespace-pre-line">{body}</p>
      {deviationReason && <p className="text-muted">{deviationReason}</p>}
      {mayDraft && (
        <div className="flex flex-wrap gap-2">
          <a className="button small" href={`${back}?clause=${id}`} aria-label={t('editClause', { heading })}>
            <Icon name="pencil" />
            {t('edit')}
          </a>
          <Press action={moveClause} values={{ clauseId: id, to: 'up' }} label={t('up', { heading })}>
            <Icon name="arrow-up" />
          </Press>
          <Press action={moveClause} values={{ clauseId: id, to: 'down' }} label={t('down', { heading })}>
            <Icon name="arrow-down" />
          </Press>
          <Press action={removeClause} values={{ clauseId: id }} label={`${t('remove')} ${heading}`}>
            {t('remove')}
          </Press>
        </div>
      )}
    </article>
  )
}
