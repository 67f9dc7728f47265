import type { ListPage } from '@/lib/kernel/list-view'
import { EmptyState } from '@/lib/ui/empty-state'
import type { RunView, WaitingRow } from '../model-desk'
import { DeskPages } from './desk-lists'
import { RunDetail } from './run-detail'
import type { Said } from './said'
import { WaitingList } from './waiting-list'

type Props = { page: ListPage<WaitingRow>; view: RunView | null; said: Said }

const orders = [
  ['since', '/review', 'oldestFirst'],
  ['-cost', '/review?sort=-cost', 'dearestFirst'],
] as const

/** The list, and beside it what is open; on a phone the one or the other. */
export function WaitingDesk({ page, view, said }: Props) {
  const { t } = said
  const sorted = page.sort === 'since' ? '' : `sort=${page.sort}&`
  const next = page.rows[page.rows.findIndex(({ runId }) => runId === view?.id) + 1] ?? page.rows[0]
  const after = next && next.runId !== view?.id ? `/review?${sorted}run=${next.runId}` : '/review'
  if (page.rows.length === 0 && !page.before && !view)
    return (
      <EmptyState
        icon="clipboard-check"
        title={t('waitingEmpty')}
        text={t('waitingEmptyText')}
        action={
          <a className="button" href="/review?tab=decided">
            {t('seeDecided')}
          </a>
        }
      />
    )
  return (
    <div className={view ? 'grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]' : 'grid gap-5'}>
      <div className={view ? 'max-lg:hidden' : undefined}>
        <section className="card" aria-label={t('tab_waiting')}>
          <div className="card-head flex-wrap">
            <h2>{t('tab_waiting')}</h2>
            <nav className="hub mb-0" aria-label={t('order')}>
              {orders.map(([sort, href, word]) => (
                <a key={sort} href={href} aria-current={page.sort === sort ? 'page' : undefined}>
                  {t(word)}
                </a>
              ))}
            </nav>
          </div>
          <WaitingList page={page} now={new Date().toISOString()} openId={view?.id ?? null} address={sorted} />
        </section>
        <DeskPages page={page} address={{}} said={said} />
      </div>
      {view && (
        <section aria-label={view.title}>
          <p className="pb-2 lg:hidden">
            <a className="button" href="/review">
              {t('backToList')}
            </a>
          </p>
          <RunDetail view={view} said={said} after={after} />
        </section>
      )}
    </div>
  )
}
