'use client'
import { Suspense } from 'react'
import { later } from '../later'
import type { ShellEntry } from '../shell'

const PaletteDialog = later(() => import('./palette').then((each) => each.PaletteDialog))

type PaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  entries: readonly ShellEntry[]
  searchHref: string | undefined
}

/** Search and commands; loaded when it is first asked for. */
export function Palette({ open, onOpenChange, entries, searchHref }: PaletteProps) {
  if (!open) return null
  return (
    <Suspense>
      <PaletteDialog entries={entries} searchHref={searchHref} onClose={() => onOpenChange(false)} />
    </Suspense>
  )
}
