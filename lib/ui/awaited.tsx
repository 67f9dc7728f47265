'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const everyMs = 1_500

/** Says that something is being made elsewhere, and shows the page anew every moment until it is there and this is gone. */
export function Awaited({ label }: { label: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router])
  return (
    <div className="grid gap-2">
      <progress className="h-2 w-full" aria-label={label} />
      <p role="status">{label}</p>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
    </div>
  )
}
