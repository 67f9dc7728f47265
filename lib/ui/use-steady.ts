'use client'
import { useState } from 'react'

/**
 * What a form shows of a record that neighbouring forms change too: from the first thing typed until it is saved, what stood
 * there then and the version it belongs to, so that saving merges instead of undoing. The form takes `version` as its key.
 */
export function useSteady<Shown>(shown: Shown, version: number) {
  const now = { shown, version }
  const [held, setHeld] = useState<typeof now | null>(null)
  const typing = { onTyped: () => setHeld((before) => before ?? now), onDone: () => setHeld(null) }
  return { ...(held ?? now), typing }
}
