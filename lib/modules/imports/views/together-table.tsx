import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { words } from '../messages'
import { togetherWords } from '../messages-together'
import { type Counts, type Outcome, standingCounts } from '../model'
import { sayReason } from '../model-said'
import type { TogetherFile, TogetherView } from '../model-views'
import { tones, type Word, wordOf } from './words'

const always: readonly Outcome[] = ['new', 'update', 'same', 'refused']

/** The files of a lot in their order: what each is about, how far its columns mean something, what its rows came to. */
export async function TogetherTable({ lot }: { lot: TogetherView }) {
  const [t, own, locale] = [await translator(words), await translator(togetherWords), await readerLocale()]
  const word = wordOf(t)
  const counts = lot.files.map((file) => standingCounts(file.counts) ?? {})
  const shown = [...always, ...(['undone', 'kept'] as const).filter((each) => counts.some((its) => each in its))]
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)
  const sum = (outcome: Outcome) => counts.reduce((all, its) => all + (its[outcome] ?? 0), 0)
  const isTried = counts.some((its) => Object.keys(its).length > 0)
  return (
    <Card title={own('files')} flush>
      <p className="px-4 py-3 text-muted">{own('filesHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too. */}
      <section className="table-scroll" tabIndex={0} aria-label={own('files')}>
        <table className="table">
          <caption className="hush">{own('files')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('file')}</th>
              <th scope="col">{t('subject')}</th>
              <th scope="col">{t('status')}</th>
              {isTried &&
                shown.map((outcome) => (
                  <th key={outcome} scope="col" className="text-right">
                    {word('outcome', outcome)}
                  </th>
                ))}
              {!isTried && <th scope="col">{t('columns')}</th>}
            </tr>
          </thead>
          <tbody>
            {lot.files.map((file, place) => (
              <tr key={file.id}>
                <th scope="row">
                  <a href={`/imports/${file.id}`}>{file.fileName}</a>
                  {file.failure && file.status === 'failed' && (
                    <p className="font-normal text-risk">{sayReason(file.failure.reason, locale)}</p>
                  )}
                </th>
                <td>{word('subject', file.subject)}</td>
                <td>
                  <Chip tone={tones[file.status]}>{word('status', file.status)}</Chip>
                </td>
                {isTried &&
                  shown.map((outcome) => (
                    <td key={outcome} className="text-right tabular-nums">
                      <Count file={file} counts={counts[place] ?? {}} outcome={outcome} number={number} />
                    </td>
                  ))}
                {!isTried && <td>{columnsSaid(file, t, own)}</td>}
              </tr>
            ))}
          </tbody>
          {isTried && (
            <tfoot>
              <tr>
                <th scope="row">{own('all')}</th>
                <td />
                <td />
                {shown.map((outcome) => (
                  <td key={outcome} className="text-right tabular-nums">
                    {number(sum(outcome))}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
    </Card>
  )
}

type CountProps = { file: TogetherFile; counts: Counts; outcome: Outcome; number: (value: number) => string }

/** A count opens its rows. */
function Count({ file, counts, outcome, number }: CountProps) {
  const count = counts[outcome] ?? 0
  return count > 0 ? <a href={`/imports/${file.id}?show=${outcome}`}>{number(count)}</a> : number(count)
}

type Say = Awaited<ReturnType<typeof translator<typeof words>>>
type SayOwn = Awaited<ReturnType<typeof translator<typeof togetherWords>>>

function columnsSaid({ columns, mapped, missing }: TogetherFile, t: Say, own: SayOwn) {
  const lacks = missing.map((name) => t(`field_${name}` as Word)).join(t('listComma'))
  return (
    <>
      {own('columnsMapped', { columns, mapped })}
      {missing.length > 0 && <p className="text-risk">{own('missing', { fields: lacks })}</p>}
    </>
  )
}
