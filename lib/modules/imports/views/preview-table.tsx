import { translator } from '@/lib/kernel/translator'
import { words } from '../messages'
import type { BatchReading } from '../model'
import { letterOf } from '../model-fields'

const longestCell = 80

/** The first rows of a file as they were read. */
export async function PreviewTable({ reading: { header, sample, headerRow } }: { reading: BatchReading }) {
  const t = await translator(words)
  const columns = header.map((title, place) => ({ letter: letterOf(place), title, place }))
  const rows = sample.map((cells, place) => ({ number: headerRow + place + 1, cells }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard.
    <section className="table-scroll" tabIndex={0} aria-label={t('preview')}>
      <table className="table">
        <thead>
          <tr>
            {columns.map(({ letter, title }) => (
              <th key={letter} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, cells }) => (
            <tr key={number}>
              {columns.map(({ letter, place }) => (
                <td key={letter}>{(cells[place] ?? '').slice(0, longestCell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
