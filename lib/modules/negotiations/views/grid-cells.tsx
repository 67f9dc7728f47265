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
    <>
      {said}
      {way && (
        <span
          className={toward === 'us' ? 'text-ok' : toward === 'them' ? 'text-risk' : 'text-muted'}
          role="img"
          aria-label={toward ? `${t(way)} ${t(toward === 'us' ? 'towardUs' : 'towardThem')}` : t(way)}
        >
          {way === 'up' ? ' ↑' : ' ↓'}
        </span>
      )}
      {yearly && (
        <small className="block text-muted" title={t('yearlyFor', { amount: yearly })}>
          {yearly}
        </small>
      )}
      {away && <small className={beyond ? 'block text-risk' : 'block text-muted'}>{away}</small>}
    </>
  )
}
