import { marksOf } from '@/lib/kernel/punctuation'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { amendmentMessages } from '../messages-amendments'
import type { AmendmentView, AsOfView, ChangesView } from '../queries-amendments'
import {
  AcknowledgeForm,
  AmendForm,
  AskReadersForm,
  DecideProposal,
  EditAmendmentForm,
  GiveUpForm,
  ProposeForm,
} from './amendment-forms'
import { AsOfForm } from './as-of-form'
import type { Said } from './said'
import { Timeline } from './timeline'

type T = Translate<typeof amendmentMessages>
type PageProps = { view: ChangesView; amendment: AmendmentView | null; held: AsOfView | null; said: Said }
type PartProps = Pick<PageProps, 'view' | 'said'> & { t: T }

/** How an agreement changed and changes: the open amendment, its versions by day, proposals, and who has read what was signed. */
export function ChangesPage({ view, amendment, held, said }: PageProps) {
  const t = translatorOf(amendmentMessages, said.locale)
  const part = { view, said, t }
  return (
    <div className="grid gap-5">
      <MyReading {...part} />
      {amendment && <OpenAmendment {...part} amendment={amendment} />}
      {view.mayAmend && (
        <Card title={t('begin')}>
          <div className="grid gap-3">
            <p className="text-muted">{t('beginHint')}</p>
            <AmendForm agreementId={view.agreementId} contacts={view.contacts} />
          </div>
        </Card>
      )}
      <Versions {...part} held={held} />
      <Proposals {...part} mayTake={amendment !== null} />
      <Readers {...part} />
    </div>
  )
}

/** What the reader was asked to read and has not yet. */
function MyReading({ view, t }: PartProps) {
  const mine = view.readers.find(({ memberId, readOn }) => memberId === view.me && readOn === null)
  if (!mine || !view.told) return null
  return (
    <Card title={t('toRead', { number: view.told.number, text: mine.message ?? '' })}>
      <div className="grid gap-3">
        <a
          className="button small justify-self-start"
          href={`/agreements/${view.agreementId}/compare?to=${view.told.id}`}
        >
          <Icon name="eye" />
          {t('seeDiff')}
        </a>
        <AcknowledgeForm versionId={view.told.id} />
      </div>
    </Card>
  )
}

function OpenAmendment({ view, amendment, said, t }: PartProps & { amendment: AmendmentView }) {
  const page = `/agreements/${view.agreementId}`
  const marks = marksOf(said.locale)
  const { id, kind, validFrom, validTo, reason, lines, aspects, cuts, mayDraft, baseId } = amendment
  const consulted = view.versions.find((each) => each.id === id)
  const day = (on: string | null) => (on ? daySaid(on, said) : t('openEnd'))
  return (
    <Card
      title={t('open')}
      action={
        <span className="flex flex-wrap gap-2">
          <Chip tone="info">{t(`kind_${kind}`)}</Chip>
          <Chip>{t('version', { number: amendment.number })}</Chip>
        </span>
      }
    >
      <div className="grid gap-3">
        <p>
          {t('period', { from: day(validFrom) ?? '', to: day(validTo) ?? '' })} · {reason}
        </p>
        {amendment.retroactiveReason && <p className="text-muted">{amendment.retroactiveReason}</p>}
        <p className={consulted?.hasConsulted ? undefined : 'notice warn'}>
          {consulted?.hasConsulted
            ? `${t('consulted')}${marks.colon}${consulted.consulted ? `${daySaid(consulted.consulted.day, said)} ${consulted.consulted.summary}` : '—'}`
            : t('notConsulted')}
        </p>
        {cuts.map((cut) => (
          <p key={cut.number} className="notice warn">
            {t('cutsShort', { number: cut.number, until: day(cut.until) ?? '', from: day(validFrom) ?? '' })}
          </p>
        ))}
        {lines.length === 0 ? (
          <p className="text-muted">{t('nothingYet')}</p>
        ) : (
          <>
            <p>{t('touches', { aspects: aspects.map((aspect) => said.word(`aspect_${aspect}`)).join(marks.comma) })}</p>
            <RecordTable
              caption={t('differs')}
              sentences
              columns={[t('what'), t('was'), t('now')].map((label) => ({ label }))}
              rows={lines.map(({ key, label, was, now }) => ({ key, cells: [label, short(was), short(now)] }))}
            />
          </>
        )}
        <div className="flex flex-wrap gap-2">
          {mayDraft && (
            <>
              <a className="button small" href={`${page}/text?version=${id}`}>
                <Icon name="pencil" />
                {t('editClauses')}
              </a>
              <a className="button small" href={`${page}/kpis`}>
                <Icon name="pencil" />
                {t('editKpis')}
              </a>
              <a className="button small" href={`${page}/facts?version=${id}`}>
                <Icon name="pencil" />
                {t('editFacts')}
              </a>
            </>
          )}
          <a className="button small" href={`${page}/compare?from=${baseId ?? ''}&to=${id}`}>
            <Icon name="eye" />
            {t('seeDiff')}
          </a>
        </div>
        {mayDraft && (
          <>
            <details>
              <summary>{t('editFrame')}</summary>
              <EditAmendmentForm key={amendment.version} amendment={amendment} contacts={view.contacts} />
            </details>
            <details>
              <summary>{t('giveUp')}</summary>
              <GiveUpForm versionId={id} />
            </details>
          </>
        )}
      </div>
    </Card>
  )
}

const longest = 160
const short = (text: string | null) =>
  text === null ? '—' : text.length > longest ? `${text.slice(0, longest)}…` : text

function Versions({ view, held, said, t }: PartProps & { held: AsOfView | null }) {
  const day = (on: string | null) => (on ? (daySaid(on, said) ?? '') : t('openEnd'))
  const { stretches } = view
  return (
    <Card title={t('versions')}>
      <div className="grid gap-4">
        <Timeline view={view} said={said} />
        <RecordTable
          caption={t('versions')}
          sentences
          columns={[t('number'), t('kind'), t('state'), t('holds'), t('known'), t('reason')].map((label) => ({
            label,
          }))}
          rows={view.versions.map(({ id, number, kind, state, validFrom, validTo, recordedOn, reason }) => ({
            key: id,
            cells: [
              <a key="to" href={`/agreements/${view.agreementId}/text?version=${id}`}>
                {t('version', { number })}
              </a>,
              t(`kind_${kind}`),
              t(`state_${state}`),
              t('period', { from: day(validFrom), to: day(validTo) }),
              recordedOn ? day(recordedOn) : '—',
              reason ?? '—',
            ],
          }))}
        />
        {stretches.length > 0 && (
          <section className="grid gap-2">
            <h3>{t('asOf')}</h3>
            <AsOfForm validOn={held?.on ?? null} knownOn={held?.knownOn ?? null} />
            {held && (
              <p role="status">
                {held.number === null
                  ? t('asOfNone', { on: day(held.on) })
                  : t('asOfFound', { on: day(held.on), number: held.number })}{' '}
                {held.knownOn && t('asOfKnownText', { day: day(held.knownOn) })}
              </p>
            )}
          </section>
        )}
      </div>
    </Card>
  )
}

const proposalTones: Readonly<Record<ChangesView['proposals'][number]['state'], Tone>> = {
  open: 'info',
  taken: 'ok',
  declined: 'plain',
}

function Proposals({ view, mayTake, t }: PartProps & { mayTake: boolean }) {
  const headings = new Map(view.clauses.map(({ key, heading }) => [key, heading]))
  return (
    <Card title={t('proposals')}>
      <div className="grid gap-4">
        {view.proposals.length === 0 && <p className="text-muted">{t('noProposals')}</p>}
        <ul className="grid gap-4">
          {view.proposals.map(({ id, side, stance, text, reason, state, stateReason, clauseKeys, by }) => (
            <li key={id} className="grid gap-1">
              <div className="flex flex-wrap gap-2">
                <Chip>{t(`side_${side}`)}</Chip>
                <Chip tone={stance === 'for' ? 'ok' : 'warn'}>{t(`stance_${stance}`)}</Chip>
                <Chip tone={proposalTones[state]}>{t(`proposal_${state}`)}</Chip>
                {clauseKeys.flatMap((key) => {
                  const heading = headings.get(key)
                  return heading ? [<Chip key={key}>{heading}</Chip>] : []
                })}
              </div>
              <p className="whitespace-pre-line">{text}</p>
              <p className="text-muted">{[reason, stateReason, by].filter(Boolean).join(' · ')}</p>
              {view.mayEdit && state === 'open' && <DecideProposal proposalId={id} mayTake={mayTake} />}
            </li>
          ))}
        </ul>
        {view.mayEdit && (
          <details>
            <summary>{t('propose')}</summary>
            <ProposeForm view={view} />
          </details>
        )}
      </div>
    </Card>
  )
}

function Readers({ view, said, t }: PartProps) {
  if (!view.told) return null
  const { readers, told, today } = view
  const day = (on: string) => daySaid(on, said) ?? on
  const read = readers.filter(({ readOn }) => readOn !== null).length
  const status = ({ readOn, dueOn }: (typeof readers)[number]) =>
    readOn
      ? t('status_acknowledged', { day: day(readOn) })
      : t(dueOn < today ? 'status_overdue' : 'status_pending', { day: day(dueOn) })
  return (
    <Card id="readers" title={t('readers')} action={<Chip>{t('version', { number: told.number })}</Chip>}>
      <div className="grid gap-4">
        {readers.length === 0 ? (
          <p className="text-muted">{t('readersHint')}</p>
        ) : (
          <>
            <p>{t('coverage', { done: read, all: readers.length })}</p>
            <RecordTable
              caption={t('readers')}
              sentences
              columns={[t('reader'), t('status'), t('comment')].map((label) => ({ label }))}
              rows={readers.map((reader) => ({
                key: reader.id,
                cells: [reader.name, status(reader), reader.comment ?? '—'],
              }))}
            />
          </>
        )}
        {view.mayEdit && view.tellable.length > 0 && <AskReadersForm versionId={told.id} view={view} />}
      </div>
    </Card>
  )
}
