'use client'
import type { ReactNode } from 'react'

type ScrollTableProps = {
  caption: string
  columns: readonly { label: string; number?: boolean }[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** A small table that scrolls by itself on a narrow screen; the first cell of a row names it. */
export function ScrollTable({ caption, columns, rows }: ScrollTableProps) {
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
            <tr key={key}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]?.label} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[index]?.label} className={columns[index]?.number ? 'n tabular-nums' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
