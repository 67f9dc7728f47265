import type { ListPage } from '@/lib/kernel/list-view'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import type { StepView } from '../model-views'
import type { Said } from './said'
import { StepRows } from './step-rows'

type StepPageProps = {
  page: ListPage<StepView>
  of: string
  members: readonly { id: string; name: string }[]
  said: Said
}

/** The open next steps of one colleague, late ones first. */
export function StepPage({ page, of, members, said: { t, today } }: StepPageProps) {
  return (
    <>
      <form method="get" className="mb-4 flex flex-wrap items-end gap-2">
        <select className="input select max-w-64" name="of" defaultValue={of} aria-label={t('assignee')}>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {t('show')}
        </button>
      </form>
      {page.rows.length === 0 ? (
        <EmptyState icon="list-checks" title={t('noSteps')} text={t('noStepsText')} />
      ) : (
        <Card flush>
          <StepRows steps={page.rows} today={today} withAccount keys />
        </Card>
      )}
      {(page.before || page.after) && (
        <nav className="pager" aria-label={t('pages')}>
          {page.before && (
            <a className="button small" rel="prev" href={`?of=${of}&before=${page.before}`}>
              {t('newer')}
            </a>
          )}
          {page.after && (
            <a className="button small" rel="next" href={`?of=${of}&after=${page.after}`}>
              {t('older')}
            </a>
          )}
        </nav>
      )}
    </>
  )
}
