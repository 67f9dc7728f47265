'use client'
import { useTranslator } from '@/lib/ui/locale'
import { roundPages } from '../messages-rounds'
import type { Side } from '../model-issues'

/** One value as it is read: how it moved, what the move means for us in a year, and for the mandate group how far the limit is. */
export type CellSaid = {
  said: string
  way?: 'up' | 'down'
  toward?: Side
  yearly?: string
  away?: string
  beyond?: true
}
export type GridRow = { key: string; name: string; unit: string | null; cells: (CellSaid | null)[] }

/** The rows of the grid. They are many, and travel to the browser as words instead of as elements. */
export const GridRows = ({ offers, rows }: { offers: readonly string[]; rows: readonly GridRow[] }) => (
  <tbody>
    {rows.map(({ key, name, unit, cells }) => (
      <tr key={key}>
        <th scope="row">
          {name}
          {unit && <span className="text-muted"> {unit}</span>}
        </th>
        {cells.map((cell, index) => (
          <td key={offers[index]} className="n tabular-nums">
            <GridCell cell={cell} />
          </td>
        ))}
      </tr>
    ))}
  </tbody>
)

export function GridCell({ cell }: { cell: CellSaid | null }) {
  const t = useTranslator(roundPages)
  if (!cell) return <span className="text-muted">—</span>
  const { said, way, toward, yearly, away, beyond } = cell
  return (
    <span className="inline-grid gap-0.5 py-1">
      <span>
        {said}
        {way && (
          <span className={toward === 'us' ? 'text-ok' : toward === 'them' ? 'text-risk' : 'text-muted'}>
            <span aria-hidden="true"> {way === 'up' ? '↑' : '↓'}</span>
            <span className="hush">
              {t(way)}
              {toward && ` ${t(toward === 'us' ? 'towardUs' : 'towardThem')}`}
            </span>
          </span>
        )}
      </span>
      {yearly && (
        <small className="text-muted" title={t('yearlyFor', { amount: yearly })}>
          {yearly}
        </small>
      )}
      {away && <small className={beyond ? 'text-risk' : 'text-muted'}>{away}</small>}
    </span>
  )
}
