import { marksOf } from '@/lib/kernel/punctuation'
import { translatorOf } from '@/lib/kernel/translate'
import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { ThreadLink } from '@/lib/ui/thread-link'
import { moveClause, removeClause, restoreClause } from '../actions'
import { draftingMessages } from '../messages-drafting'
import type { LibraryHelp } from '../queries-drafting'
import type { MismatchesView } from '../queries-mismatches'
import type { TextView } from '../queries-text'
import { FallbackForm, StandardButton } from './drafting-forms'
import type { Said } from './said'
import { textSaid } from './variable-words'

type Clause = TextView['clauses'][number]
type Mismatch = MismatchesView['found'][number]
type ClauseCardProps = {
  clause: Clause
  number: number
  help: LibraryHelp | null
  mismatch: Mismatch | null
  back: string
  mayDraft: boolean
  said: Said
}

/** A clause with what it concerns, how far it departs, where it differs from the talks, and what it means in plain words. */
export function ClauseCard({ clause, number, help, mismatch, back, mayDraft, said }: ClauseCardProps) {
  const { word } = said
  const { id, heading, body, aspect, tags, deviation, deviationReason, value } = clause
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
            {word('deviation')}
            {marksOf(said.locale).colon}
            {word(`deviation_${deviation}`)}
          </Chip>
        )}
        <ThreadLink at={{ clause: id }} name={heading} locale={said.locale} />
      </div>
      {mismatch && <MismatchLine mismatch={mismatch} said={said} />}
      {value && value !== body && <p className="font-medium">{value}</p>}
      <p className="whitespace-pre-line">{textSaid(body, said)}</p>
      {deviationReason && <p className="text-muted">{deviationReason}</p>}
      {help && <LibraryNotes help={help} said={said} />}
      {mayDraft && <ClauseButtons clause={clause} help={help} back={back} said={said} />}
    </article>
  )
}

function MismatchLine({ mismatch, said }: { mismatch: Mismatch; said: Said }) {
  const d = translatorOf(draftingMessages, said.locale)
  const { kind, clause, negotiated, name } = mismatch
  const agreed = String(negotiated)
  return (
    <p className="notice risk">
      {kind === 'different' ? d('paperSays', { written: clause ?? '—', agreed, name }) : d('notSaid', { agreed, name })}
    </p>
  )
}

function LibraryNotes({ help, said }: { help: LibraryHelp; said: Said }) {
  const d = translatorOf(draftingMessages, said.locale)
  const { edition, newest, plain, walkAway } = help
  return (
    <details>
      <summary>
        {d('inPlainWords')} · {d('ofLibrary', { edition })}
      </summary>
      <div className="grid gap-1 pt-2">
        {plain && <p>{plain}</p>}
        {walkAway && <p className="text-muted">{d('walkAway', { text: walkAway })}</p>}
        {newest > edition && <p className="text-muted">{d('newerEdition', { edition: newest })}</p>}
      </div>
    </details>
  )
}

type ButtonsProps = Pick<ClauseCardProps, 'clause' | 'help' | 'back' | 'said'>

function ClauseButtons({ clause: { id, heading, deviation }, help, back, said }: ButtonsProps) {
  const { t, locale } = said
  const d = translatorOf(draftingMessages, locale)
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <a className="button small" href={`${back}&clause=${id}#${id}`} aria-label={t('editClause', { heading })}>
          <Icon name="pencil" />
          {t('edit')}
        </a>
        <Press action={moveClause} values={{ clauseId: id, to: 'up' }} label={t('up', { heading })}>
          <Icon name="arrow-up" />
        </Press>
        <Press action={moveClause} values={{ clauseId: id, to: 'down' }} label={t('down', { heading })}>
          <Icon name="arrow-down" />
        </Press>
        <Press
          action={removeClause}
          values={{ clauseId: id }}
          label={`${t('remove')} ${heading}`}
          done={t('removedClause', { heading })}
          undo={restoreClause}
        >
          {t('remove')}
        </Press>
        {help && deviation !== 'none' && <StandardButton clauseId={id} heading={heading} />}
      </div>
      {help?.fallback && deviation === 'none' && (
        <details>
          <summary>{d('takeFallback')}</summary>
          <div className="grid gap-2 pt-2">
            <p className="whitespace-pre-line">{textSaid(help.fallback, said)}</p>
            <FallbackForm clauseId={id} />
          </div>
        </details>
      )}
    </div>
  )
}
