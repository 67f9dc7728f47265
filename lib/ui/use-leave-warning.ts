'use client'
import { useEffect } from 'react'

/**
 * Asks before unsaved changes are left behind: on closing the tab, and on following a link inside the product.
 * `isDirty` is asked at that moment.
 */
export function useLeaveWarning(isDirty: () => boolean, question: string) {
  useEffect(() => {
    let handsOver = false
    const beforeUnload = (event: BeforeUnloadEvent) => {
      if (isDirty() && !handsOver) event.preventDefault()
    }
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || !isDirty() || staysHere(link, event)) return
      if (!link.protocol.startsWith('http')) {
        // Browsers tell of leaving even when a link only opens the mail program.
        handsOver = true
        setTimeout(() => {
          handsOver = false
        }, handOver)
        return
      }
      if (window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', beforeUnload)
    document.addEventListener('click', click, true)
    return () => {
      window.removeEventListener('beforeunload', beforeUnload)
      document.removeEventListener('click', click, true)
    }
  }, [isDirty, question])
}

/** Milliseconds in which another program is opened. */
const handOver = 1000

const staysHere = (link: HTMLAnchorElement, event: MouseEvent) =>
  link.target === '_blank' ||
  link.hasAttribute('download') ||
  event.metaKey ||
  event.ctrlKey ||
  event.shiftKey ||
  link.getAttribute('href')?.startsWith('#') === true
