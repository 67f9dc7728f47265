'use client'
import { type RefObject, useEffect, useRef } from 'react'
import { isComposing } from '../composing'

/**
 * Closes something that floats: on Escape, and on a press outside of `area`. The focus goes into it when it opens, and back
 * to where it came from when Escape closes it.
 */
export function useDismiss(area: RefObject<HTMLElement | null>, open: boolean, close: () => void) {
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    if (!open) return
    const before = document.activeElement
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && !area.current?.contains(event.target)) latest.current()
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposing(event)) return
      event.stopPropagation()
      latest.current()
      if (before instanceof HTMLElement) before.focus()
    }
    document.addEventListener('pointerdown', press)
    document.addEventListener('keydown', key, true)
    return () => {
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('keydown', key, true)
    }
  }, [open, area])
}
