import { formatMoney } from '@/lib/kernel/money'
import { Chip } from '@/lib/ui/chip'
import { RecordTable } from '@/lib/ui/record-table'
import type { LineView, RunView } from '../model-desk'
import type { Said } from './said'

const tones = { changed: 'warn', new: 'info', gone: 'plain' } as const

/** The standard, what was approved last where there is such, and now; with the cost of each difference in a year. */
export function DifferenceTable({ view, said }: { view: RunView; said: Said }) {
  const { t } = said
  const hasBefore = view.lines.some(({ was }) => was !== null)
  if (view.lines.length === 0 && view.hidden === 0) return <p className="px-4 py-4 text-muted">{t('noLines')}</p>
  return (
    <>
      <RecordTable
        sentences
        caption={t('differences')}
        columns={[
          { label: t('difference') },
          { label: t('standard') },
          ...(hasBefore ? [{ label: t('lastApproved') }] : []),
          { label: t('now') },
          { label: t('costPerYear'), numeric: true },
        ]}
        rows={view.lines.map((line) => ({
          key: `${line.key}${line.since}`,
          cells: [
            <Name key="name" line={line} said={said} />,
            line.standard ?? '—',
            ...(hasBefore ? [line.was ?? '—'] : []),
            <Now key="now" line={line} />,
            line.costPerYear ? formatMoney(line.costPerYear) : '—',
          ],
        }))}
        {...(view.costPerYear && {
          foot: [t('total'), ...(hasBefore ? [null] : []), null, null, formatMoney(view.costPerYear)],
        })}
      />
      {view.hidden > 0 && <p className="px-4 py-3 text-muted">{t('hiddenLines', { count: view.hidden })}</p>}
    </>
  )
}

function Name({ line, said: { t, word } }: { line: LineView; said: Said }) {
  return (
    <>
      <span className="block">
        {line.label}{' '}
        {line.since !== 'same' && (
          <Chip tone={tones[line.since]} icon="flag">
            {t(`since_${line.since}`)}
          </Chip>
        )}
      </span>
      <span className="block text-sm font-normal text-muted">{word(`aspect_${line.aspect}`)}</span>
    </>
  )
}

function Now({ line }: { line: LineView }) {
  return (
    <div>
      {line.since === 'gone' ? <del>{line.now}</del> : line.now}
      {line.detail && <p className="text-sm text-muted">{line.detail}</p>}
      {line.why && <p className="text-sm text-muted">{line.why}</p>}
    </div>
  )
}
