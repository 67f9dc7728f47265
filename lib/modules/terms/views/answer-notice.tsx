import type { VersionView } from '../queries-pages'
import type { Said } from './said'

/** What the client last said of a version, when it asks for something. */
export function AnswerNotice({ view, said }: { view: VersionView; said: Said }) {
  const { t } = said
  const { answer } = view
  if (!answer) return null
  if (answer.outcome === 'objected')
    return <p className="notice risk">{t('objected', { comment: answer.comment ?? '—' })}</p>
  if (answer.sameContent || view.recordedOn) return <p className="notice ok">{t('confirmed')}</p>
  return <p className="notice warn">{t('oldAnswer')}</p>
}
