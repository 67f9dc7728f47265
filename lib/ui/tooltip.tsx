'use client'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { isComposing } from './composing'

type TooltipProps = { text: ReactNode; children: ReactNode }

/**
 * More about a word, on hover and on focus. It stays while the pointer is on it and goes with Escape. Say nothing here that is
 * not also somewhere in text: fingers have no hover.
 */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId()
  const [dismissed, setDismissed] = useState(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposing(event)) setDismissed(true)
  }
  const again = () => setDismissed(false)
  return (
    <span className="tip" data-dismissed={dismissed || undefined} onPointerEnter={again}>
      <button type="button" className="tip-word" aria-describedby={id} onFocus={again} onKeyDown={onKeyDown}>
        {children}
      </button>
      <span className="tip-text" role="tooltip" id={id}>
        {text}
      </span>
    </span>
  )
}
