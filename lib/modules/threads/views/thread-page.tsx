import { translatorOf } from '@/lib/kernel/translate'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { daySaid, type Reader } from '@/lib/ui/reader'
import { messages } from '../messages'
import type { Knot, Station } from '../model'
import type { ThreadView } from '../queries'

type Words = ReturnType<typeof translatorOf<typeof messages>>
type PartProps = { reader: Reader; t: Words }

/** The stations of a thread on one line, from left to right; on a phone from top to bottom. */
export function ThreadPage({ view, reader }: { view: ThreadView; reader: Reader }) {
  const t = translatorOf(messages, reader.locale)
  return (
    <div className="grid gap-5">
      <p className="text-muted">{t('threadText')}</p>
      <ol className="thread" aria-label={t('stations')}>
        {view.stations.map((station) => (
          <Stop key={station.kind} station={station} reader={reader} t={t} />
        ))}
      </ol>
      {view.filled < 2 && (
        <EmptyState icon="network" title={t('alone')} text={t('aloneText')} action={toRecord(view, t)} />
      )}
    </div>
  )
}

function toRecord({ stations }: ThreadView, t: Words) {
  const href = stations.flatMap(({ knots }) => knots.flatMap((knot) => knot.href ?? []))[0]
  return (
    href && (
      <a className="button" href={href}>
        {t('toRecord')}
      </a>
    )
  )
}

function Stop({ station: { kind, knots }, ...said }: PartProps & { station: Station }) {
  const { t } = said
  const look = knots.length === 0 ? 'bare' : knots.some(({ wrong }) => wrong !== null) ? 'red' : 'filled'
  return (
    <li className={`thread-stop ${look}`}>
      <h2>{t(`station_${kind}`)}</h2>
      {knots.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        knots.map((knot) => <OneKnot key={knot.key} knot={knot} {...said} />)
      )}
    </li>
  )
}

function OneKnot({ knot, reader, t }: PartProps & { knot: Knot }) {
  const { about, value, note, day, by, href, wrong } = knot
  return (
    <div className="grid gap-1">
      {value !== null && <p className="thread-value tabular-nums">{value}</p>}
      <p>
        {href ? (
          <a className="link" href={href}>
            {about}
          </a>
        ) : (
          about
        )}
      </p>
      {note && <p className="text-muted whitespace-pre-line">{note}</p>}
      {wrong && (
        <p className="thread-wrong">
          <Icon name="circle-alert" />{' '}
          {wrong.why === 'differs'
            ? t('differs', { station: t(`station_${wrong.from}`), value: wrong.value })
            : t(wrong.why)}
        </p>
      )}
      <p className="flex flex-wrap gap-x-2 text-muted">
        {day && <span>{daySaid(day, reader)}</span>}
        {by && <span>{by}</span>}
      </p>
    </div>
  )
}
