import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { words } from '../messages'
import { togetherWords } from '../messages-together'
import type { BatchView } from '../model-views'
import { CountFacts } from './count-facts'
import { RefusedFiles } from './report-card'
import { RunButton } from './run-buttons'

/** What would happen, in numbers, and the one button that lets it happen. */
export async function DryRunCard({
  batch: { id, version, counts, totalRows, mayGoOn, togetherId },
}: {
  batch: BatchView
}) {
  const [t, own] = [await translator(words), await translator(togetherWords)]
  const { checked = {} } = counts
  const count = (checked.new ?? 0) + (checked.update ?? 0)
  return (
    <Card title={t('dryRun')}>
      <div className="flex flex-col gap-4">
        <p>{t('dryRunText', { total: totalRows })}</p>
        <CountFacts counts={checked} />
        {togetherId !== null && <p>{own('runWithAll')}</p>}
        <div className="flex flex-wrap items-center gap-2">
          {togetherId !== null && (
            <a className="button primary" href={`/imports/together/${togetherId}`}>
              {own('openAll')}
            </a>
          )}
          {mayGoOn && count > 0 && togetherId === null && <RunButton batchId={id} version={version} count={count} />}
          {mayGoOn && count === 0 && <p>{t('run', { count })}</p>}
          <a className="button" href={`/imports/${id}?step=map`}>
            {t('changeMapping')}
          </a>
        </div>
        {(checked.refused ?? 0) > 0 && <RefusedFiles batchId={id} />}
      </div>
    </Card>
  )
}
