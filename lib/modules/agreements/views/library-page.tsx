import { dayOf } from '@/lib/kernel/day'
import type { Translate } from '@/lib/kernel/translate'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { CutLinks } from '@/lib/ui/cut-links'
import { EmptyState } from '@/lib/ui/empty-state'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { takeStarterLibrary } from '../actions'
import { libraryMessages } from '../messages-library'
import { agreementAspects } from '../model-values'
import type { LibraryClauseView, LibraryEdition, LibraryView } from '../queries-library'
import { RetireClause, ReviseClauseForm } from './library-forms'
import type { Said } from './said'
import { textSaid } from './variable-words'

type Address = Readonly<Record<string, string | string[] | undefined>>
type LibraryPageProps = { view: LibraryView; address: Address; said: Said }

/** The clauses in use, by what they concern. */
export function LibraryPage({ view, address, said }: LibraryPageProps) {
  const t = translatorOf(libraryMessages, said.locale)
  const { clauses, filtered, mayConfigure } = view
  const english = said.locale === 'en'
  if (clauses.length === 0 && !filtered)
    return (
      <Card>
        <EmptyState
          icon="file-text"
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={
            mayConfigure && (
              <Press action={takeStarterLibrary} values={{}} className="button primary">
                {t('takeStarter')}
              </Press>
            )
          }
        />
      </Card>
    )
  return (
    <div className="grid gap-4">
      <CutLinks
        label={t('filter')}
        path="/agreements/library"
        address={address}
        links={[
          { href: '/agreements/library', label: t('all') },
          ...agreementAspects.map((aspect) => ({
            href: `/agreements/library?aspect=${aspect}`,
            label: said.word(`aspect_${aspect}`),
          })),
        ]}
      />
      {clauses.length === 0 && <p className="text-muted">{t('noneHere')}</p>}
      <ul className="grid gap-4">
        {clauses.map(
          ({ code, edition, heading, englishHeading, aspect, tags, standard, englishStandard, hasFallback }) => (
            <li key={code} className="card grid gap-2 p-4">
              <h2 className="text-base">
                <a href={`/agreements/library/${code}`}>{english ? englishHeading : heading}</a>
              </h2>
              <div className="flex flex-wrap gap-2">
                <Chip>{code}</Chip>
                <Chip>{said.word(`aspect_${aspect}`)}</Chip>
                {tags.map((tag) => (
                  <Chip key={tag} tone="info">
                    {said.word(`tags_${tag}`)}
                  </Chip>
                ))}
                <Chip>{t('edition', { number: edition })}</Chip>
                {hasFallback && <Chip>{t('hasFallback')}</Chip>}
              </div>
              <p className="whitespace-pre-line">{textSaid(english ? englishStandard : standard, said)}</p>
            </li>
          ),
        )}
      </ul>
    </div>
  )
}

/** One clause with all its editions; the one in use can be revised. */
export function LibraryClausePage({ view, said }: { view: LibraryClauseView; said: Said }) {
  const t = translatorOf(libraryMessages, said.locale)
  const { editions, templates, mayConfigure } = view
  const inUse = editions.find((each) => each.inUse)
  const english = said.locale === 'en'
  return (
    <div className="grid gap-5">
      {editions.map((edition) => (
        <Card
          key={edition.id}
          title={t('edition', { number: edition.edition })}
          action={<Chip tone={edition.inUse ? 'ok' : 'plain'}>{t(edition.inUse ? 'inUse' : 'retired')}</Chip>}
        >
          <EditionText edition={edition} t={t} said={said} />
        </Card>
      ))}
      {templates.length > 0 && (
        <Card title={t('usedBy')}>
          <ul className="grid gap-1">
            {templates.map(({ id, name, englishName }) => (
              <li key={id}>
                <a href={`/agreements/templates/${id}`}>{english ? englishName : name}</a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {mayConfigure && inUse && (
        <Card title={t('revise')}>
          <div className="grid gap-4">
            <p className="text-muted">{t('reviseHint')}</p>
            <ReviseClauseForm clause={inUse} />
            <RetireClause libraryClauseId={inUse.id} />
          </div>
        </Card>
      )}
    </div>
  )
}

const texts = [
  'standard',
  'englishStandard',
  'fallback',
  'englishFallback',
  'walkAway',
  'plain',
  'englishPlain',
] as const

function EditionText({
  edition,
  t,
  said,
}: {
  edition: LibraryEdition
  t: Translate<typeof libraryMessages>
  said: Said
}) {
  return (
    <div className="grid gap-3">
      <p>
        {edition.heading} · {edition.englishHeading}
      </p>
      <dl className="grid gap-3">
        {texts.map(
          (name) =>
            edition[name] && (
              <div key={name}>
                <dt className="text-muted">{t(name)}</dt>
                <dd className="whitespace-pre-line">{edition[name]}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="text-muted">
        {t('writtenBy', {
          name: edition.by,
          day: daySaid(dayOf(edition.at, said.timeZone), said),
        })}
      </p>
    </div>
  )
}
