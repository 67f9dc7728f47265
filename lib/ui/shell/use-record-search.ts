'use client'
import { useEffect, useState } from 'react'

/** Records as the search endpoint answers them: `{ groups: [{ label, items: [{ href, title, subtitle }] }] }`. */
export type FoundRecord = { href: string; title: string; subtitle?: string; id?: string }
export type FoundGroup = { label: string; items: readonly FoundRecord[] }
type Found = { query: string; groups: readonly FoundGroup[]; failed: boolean }

const waitBeforeSearch = 150
const nothing: Found = { query: '', groups: [], failed: false }

/**
 * Asks an endpoint for records while one types. `settled` is true when what is shown belongs to what is typed; until then
 * Enter must not pick anything. Answers that were overtaken are dropped.
 */
export function useRecordSearch(href: string | undefined, query: string, paused: boolean) {
  const [found, setFound] = useState<Found>(nothing)
  const wanted = query.trim()
  useEffect(() => {
    if (paused || !href) return
    if (wanted === '') {
      setFound(nothing)
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(() => {
      search(href, wanted, stop.signal)
        .then((groups) => setFound({ query: wanted, groups, failed: false }))
        .catch(() => {
          if (!stop.signal.aborted) setFound({ query: wanted, groups: [], failed: true })
        })
    }, waitBeforeSearch)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [href, wanted, paused])
  return { ...found, settled: !href || found.query === wanted }
}

async function search(href: string, query: string, signal: AbortSignal): Promise<readonly FoundGroup[]> {
  const address = `${href}${href.includes('?') ? '&' : '?'}q=${encodeURIComponent(query)}`
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`search answered ${response.status}`)
  const answer: unknown = await response.json()
  if (typeof answer !== 'object' || answer === null || !('groups' in answer) || !Array.isArray(answer.groups)) return []
  return (answer.groups as FoundGroup[]).filter((group) => group.items.length > 0)
}
