'use client'
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import type { HistoryProps } from './history-drawing'

type Drawn = HistoryProps & { plain: ReactNode }
const stayPlain = ({ plain }: Drawn) => plain

/** What could not be loaded leaves the plain drawing where it is. */
const Drawing = lazy(
  (): Promise<{ default: ComponentType<Drawn> }> =>
    import('./history-drawing').then(
      (each) => ({ default: each.HistoryDrawing }),
      () => ({ default: stayPlain }),
    ),
)

/**
 * The history of a figure to look into with the pointer. `children` is the plain drawing from the server, which stands until the
 * code has come, and for readers without JavaScript; no other page loads that code.
 */
export function HistoryChart({ children, ...history }: HistoryProps & { children: ReactNode }) {
  const [isHere, setIsHere] = useState(false)
  useEffect(() => setIsHere(true), [])
  if (!isHere) return children
  return (
    <Suspense fallback={children}>
      <Drawing {...history} plain={children} />
    </Suspense>
  )
}
