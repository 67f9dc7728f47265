'use client'
import type { ReactNode } from 'react'

export type RecordColumn = { label: string; numeric?: boolean }
type RecordTableProps = {
  caption: string
  columns: readonly RecordColumn[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
  /** The sum below the rows, a cell for each column; those without one are left empty. */
  foot?: readonly ReactNode[]
  /** Cells hold sentences: they wrap, and where there is no room for columns each row becomes a block that names them. */
  sentences?: boolean
}

/**
 * A small table inside a record: the first cell of a row names it; it scrolls by itself and can be reached by keyboard. Drawn
 * from plain rows on both sides, since elements of the server would travel twice.
 */
export function RecordTable({ caption, columns, rows, foot, sentences = false }: RecordTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={sentences ? 'table-scroll stacks' : 'table-scroll'} aria-label={caption} tabIndex={0}>
      <table className={sentences ? 'table sentences' : 'table'}>
        <caption className="hush">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, numeric }) => (
              <th key={label} scope="col" className={numeric ? 'n' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <Row key={key} columns={columns} cells={cells} />
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <Row columns={columns} cells={foot} />
          </tfoot>
        )}
      </table>
    </section>
  )
}

function Row({ columns, cells: [name, ...rest] }: { columns: readonly RecordColumn[]; cells: readonly ReactNode[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.slice(1).map(({ label, numeric }, index) => (
        <td key={label} data-label={label} className={numeric ? 'n tabular-nums' : undefined}>
          {rest[index]}
        </td>
      ))}
    </tr>
  )
}
