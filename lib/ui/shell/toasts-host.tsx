'use client'
import { Suspense } from 'react'
import { later } from '../later'
import { useToasts } from '../toasts'

const ToastViewport = later(() => import('./toast-viewport').then((each) => each.ToastViewport))

/** The place for notices. What draws them is loaded with the first one; until then a plain line says the same. */
export function Toasts() {
  const toasts = useToasts()
  if (toasts.length === 0) return null
  return (
    <Suspense fallback={<p className="hush">{toasts.at(-1)?.text}</p>}>
      <ToastViewport toasts={toasts} />
    </Suspense>
  )
}
