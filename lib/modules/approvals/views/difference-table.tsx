import { formatMoney } from '@/lib/kernel/money'
import { Chip } from '@/lib/ui/chip'
import type { LineView, RunView } from '../model-desk'
import type { Said } from './said'

const tones = { changed: 'warn', new: 'info', gone: 'plain' } as const

/** Three columns: the standard, what was approved last, and now; with the cost of each difference in a year. */
export function DifferenceTable({ view, said }: { view: RunView; said: Said }) {
  const { t } = said
  if (view.lines.length === 0 && view.hidden === 0) return <p className="px-4 py-4 text-muted">{t('noLines')}</p>
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard through its frame. */}
      <section className="table-scroll" tabIndex={0} aria-label={t('differences')}>
        <table className="plain">
          <caption className="sr-only">{t('differences')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('difference')}</th>
              <th scope="col">{t('standard')}</th>
              <th scope="col">{t('lastApproved')}</th>
              <th scope="col">{t('now')}</th>
              <th scope="col" className="text-right">
                {t('costPerYear')}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.lines.map((line) => (
              <Line key={`${line.key}${line.since}`} line={line} said={said} />
            ))}
          </tbody>
          {view.costPerYear && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={4}>
                  {t('total')}
                </th>
                <td className="text-right font-medium tabular-nums">{formatMoney(view.costPerYear)}</td>
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      {view.hidden > 0 && <p className="px-4 py-3 text-muted">{t('hiddenLines', { count: view.hidden })}</p>}
    </>
  )
}

function Line({ line, said: { t, word } }: { line: LineView; said: Said }) {
  return (
    <tr>
      <th scope="row">
        <span className="block">
          {line.label}{' '}
          {line.since !== 'same' && (
            <Chip tone={tones[line.since]} icon="flag">
              {t(`since_${line.since}`)}
            </Chip>
          )}
        </span>
        <span className="block text-sm font-normal text-muted">{word(`aspect_${line.aspect}`)}</span>
      </th>
      <td>{line.standard ?? '—'}</td>
      <td>{line.was ?? '—'}</td>
      <td>
        {line.since === 'gone' ? <del>{line.now}</del> : line.now}
        {line.detail && <p className="text-sm text-muted">{line.detail}</p>}
        {line.why && <p className="text-sm text-muted">{line.why}</p>}
      </td>
      <td className="text-right tabular-nums">{line.costPerYear ? formatMoney(line.costPerYear) : '—'}</td>
    </tr>
  )
}
