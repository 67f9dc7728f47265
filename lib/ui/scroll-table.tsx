import type { ReactNode } from 'react'

type Cells = readonly ReactNode[]
type ScrollTableProps = {
  caption: string
  columns: readonly { label: string; number?: boolean }[]
  rows: readonly { key: string; cells: Cells }[]
  /** The sums below. */
  foot?: Cells
}

/** A small table that scrolls by itself on a narrow screen; the first cell of a row names it. */
export function ScrollTable({ caption, columns, rows, foot }: ScrollTableProps) {
  const cellsOf = (cells: Cells) =>
    cells.map((cell, index) => {
      const { label, number } = columns[index] ?? { label: String(index) }
      return index === 0 ? (
        <th key={label} scope="row">
          {cell}
        </th>
      ) : (
        <td key={label} className={number ? 'n tabular-nums' : undefined}>
          {cell}
        </td>
      )
    })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too.
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      <table className="table">
        <caption className="hush">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, number }) => (
              <th key={label} scope="col" className={number ? 'n' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>{cellsOf(cells)}</tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>{cellsOf(foot)}</tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}
