import { Card } from '@/lib/ui/card'
import type { Rounds } from '../queries-rounds'
import type { Speech } from './round-said'

/** Where both sides stand by what each said last: agreed, different, not spoken of, and options nobody has used. */
export function Standpoints({ rounds, say }: { rounds: Rounds; say: Speech }) {
  const { agreed, different, open, unused } = rounds.points
  const { t } = say
  const said = (key: string, value: string | boolean | null) =>
    value === null ? t('notStated') : say.valueOf(key, value)
  return (
    <Card id="points" title={t('stand')}>
      <div className="grid gap-4">
        <Part title={t('agreedPoints')} none={t('nothing')}>
          {agreed.map(({ key, value }) => (
            <li key={key}>
              {say.nameOf(key)} <strong>{said(key, value)}</strong>
            </li>
          ))}
        </Part>
        <Part title={t('differencePoints')} none={t('nothing')}>
          {different.map(({ key, ours, theirs, apart }) => (
            <li key={key}>
              {say.nameOf(key)}
              <p className="text-muted">
                {[
                  t('oursIs', { value: said(key, ours) }),
                  t('theirsIs', { value: said(key, theirs) }),
                  ...(apart === null ? [] : [t('apart', { points: apart })]),
                ].join(' · ')}
              </p>
            </li>
          ))}
        </Part>
        <Part title={t('openPoints')} none={t('nothing')}>
          {open.map(({ key, ours, theirs }) => (
            <li key={key}>
              {say.nameOf(key)}
              {(ours ?? theirs) !== null && (
                <p className="text-muted">
                  {ours === null
                    ? t('theirsIs', { value: said(key, theirs) })
                    : t('oursIs', { value: said(key, ours) })}
                </p>
              )}
            </li>
          ))}
        </Part>
        <Part title={t('unusedOptions')} none={t('nothing')}>
          {unused.map(({ key, options }) => (
            <li key={key}>
              {say.nameOf(key)}
              <p className="text-muted">{options.map((option) => said(key, option)).join(say.marks.comma)}</p>
            </li>
          ))}
        </Part>
      </div>
    </Card>
  )
}

function Part({ title, none, children }: { title: string; none: string; children: readonly React.ReactNode[] }) {
  return (
    <section>
      <h3 className="label">{title}</h3>
      {children.length === 0 ? <p className="text-muted">{none}</p> : <ul className="grid gap-1">{children}</ul>}
    </section>
  )
}
