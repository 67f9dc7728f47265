import { marksOf } from '@/lib/kernel/punctuation'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { daySaid } from '@/lib/ui/reader'
import { lessonWords } from '../messages-lessons'
import { negotiationKinds } from '../model'
import { mostLessons, techniques } from '../model-debriefs'
import type { LessonView } from '../queries-lessons'
import { DebriefForm } from './debrief-form'
import type { Said } from './said'
import { TechniqueHelp } from './technique-help'

type LessonProps = { lesson: LessonView; apart: boolean; said: Said }

/** One debrief in words. */
function Lesson({ lesson, apart, said }: LessonProps) {
  const t = translatorOf(lessonWords, said.locale)
  const { negotiation, account, worked, failed, reuse } = lesson
  const parts = [
    ['worked', worked],
    ['failed', failed],
    ['reuse', reuse],
  ] as const
  return (
    <>
      {apart && (
        <p>
          <a className="link" href={`/negotiations/${negotiation.id}/results#debrief`}>
            {negotiation.title}
          </a>
          <span className="text-muted">
            {' · '}
            {account.name} · {said.word(`kind_${negotiation.kind}`)}
          </span>
        </p>
      )}
      <p className="whitespace-pre-line font-medium">{lesson.lesson}</p>
      <p className="mt-1 flex flex-wrap gap-2">
        {lesson.techniques.map((each) => (
          <Chip key={each}>{t(`technique_${each}`)}</Chip>
        ))}
      </p>
      {parts.map(
        ([part, text]) =>
          text && (
            <p key={part} className="mt-1 whitespace-pre-line">
              <span className="text-muted">{`${t(part)}${marksOf(said.locale).colon}`}</span>
              {text}
            </p>
          ),
      )}
      <p className="mt-1 text-muted">{t('writtenBy', { by: lesson.by, day: daySaid(lesson.on, said) })}</p>
    </>
  )
}

type DebriefCardProps = {
  negotiationId: string
  debrief: { written: LessonView | null; mayWrite: boolean }
  said: Said
}

/** The debrief of a negotiation, with its form for the team. */
export function DebriefCard({ negotiationId, debrief: { written, mayWrite }, said }: DebriefCardProps) {
  const t = translatorOf(lessonWords, said.locale)
  const form = <DebriefForm negotiationId={negotiationId} written={written} />
  return (
    <Card title={t('debrief')} id="debrief">
      {written ? (
        <>
          <Lesson lesson={written} apart={false} said={said} />
          {mayWrite ? (
            <details className="mt-3">
              <summary className="button small">{t('changeDebrief')}</summary>
              <div className="mt-3">{form}</div>
            </details>
          ) : (
            <TechniqueHelp only={written.techniques} locale={said.locale} />
          )}
        </>
      ) : (
        <>
          <p className="mb-3 text-muted">{t('debriefHint')}</p>
          {mayWrite && form}
        </>
      )}
    </Card>
  )
}

type LessonListProps = { title: string; lessons: readonly LessonView[]; said: Said }

const LessonList = ({ title, lessons, said }: LessonListProps) => (
  <Card title={title}>
    <ul className="mb-3 grid gap-5">
      {lessons.map((lesson) => (
        <li key={lesson.id}>
          <Lesson lesson={lesson} apart said={said} />
        </li>
      ))}
    </ul>
    <TechniqueHelp only={lessons.flatMap(({ techniques: used }) => used)} locale={said.locale} />
  </Card>
)

type LessonsPanelProps = { lessons: readonly LessonView[]; said: Said }

/** What earlier negotiations of the same kind or with the same client taught; nothing when there is nothing. */
export function LessonsPanel({ lessons, said }: LessonsPanelProps) {
  const t = translatorOf(lessonWords, said.locale)
  if (lessons.length === 0) return null
  return <LessonList title={t('ofSameKind')} lessons={lessons} said={said} />
}

type Asked = { q: string; kind: string; technique: string }
type LessonsPageProps = { found: { lessons: readonly LessonView[]; narrowed: boolean }; asked: Asked; said: Said }

/** Lessons of all negotiations, searched by words, kind and technique; it works without scripts. */
export function LessonsPage({ found, asked, said }: LessonsPageProps) {
  const t = translatorOf(lessonWords, said.locale)
  const { lessons, narrowed } = found
  const isAsked = Object.values(asked).some(Boolean)
  if (lessons.length === 0 && !isAsked)
    return (
      <EmptyState
        icon="lightbulb"
        title={t('emptyTitle')}
        text={t('emptyText')}
        action={
          <a className="button primary" href="/negotiations">
            {t('toNegotiations')}
          </a>
        }
      />
    )
  return (
    <div className="grid gap-5">
      <form className="form-grid" method="get">
        <label className="field">
          <span className="label">{t('search')}</span>
          <input type="search" name="q" className="input" defaultValue={asked.q} maxLength={200} />
        </label>
        <label className="field">
          <span className="label">{t('kind')}</span>
          <select name="kind" className="input select" defaultValue={asked.kind}>
            <option value="">{t('allKinds')}</option>
            {negotiationKinds.map((kind) => (
              <option key={kind} value={kind}>
                {said.word(`kind_${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="label">{t('technique')}</span>
          <select name="technique" className="input select" defaultValue={asked.technique}>
            <option value="">{t('allTechniques')}</option>
            {techniques.map((each) => (
              <option key={each} value={each}>
                {t(`technique_${each}`)}
              </option>
            ))}
          </select>
        </label>
        <div className="field">
          <button type="submit" className="button primary self-end">
            {t('show')}
          </button>
        </div>
      </form>
      {lessons.length === 0 ? (
        <>
          <p className="text-muted">{t('nothingFound')}</p>
          <TechniqueHelp locale={said.locale} />
        </>
      ) : (
        <LessonList title={t('lessons')} lessons={lessons} said={said} />
      )}
      {narrowed && <p className="text-muted">{t('more', { count: mostLessons })}</p>}
    </div>
  )
}
