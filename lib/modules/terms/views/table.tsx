import type { ReactNode } from 'react'

export type Column = { key: string; label: string; numeric?: boolean }
type TableProps = {
  caption: string
  columns: readonly Column[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** A small table inside a record: the first cell of a row names it; it scrolls by itself and can be reached by keyboard. */
export function TermTable({ caption, columns, rows }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="hush">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, numeric }) => (
              <th key={key} scope="col" className={numeric ? 'n' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row" className="py-2 whitespace-normal">
                {first}
              </th>
              {rest.map((cell, index) => (
                <td
                  key={columns[index + 1]?.key}
                  className={columns[index + 1]?.numeric ? 'n py-2 tabular-nums' : 'py-2 whitespace-normal'}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
