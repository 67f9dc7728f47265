'use client'
import { useRouter } from 'next/navigation'
import { Suspense } from 'react'
import { useKey } from '../keys'
import { later } from '../later'
import { useTranslator } from '../locale'
import type { ShellEntry } from '../shell'
import { shellMessages } from './messages'

const ShortcutSheet = later(() => import('./shortcut-sheet').then((each) => each.ShortcutSheet))

/** G and a letter lead to each entry of the rail. */
export function GoKeys({ entries }: { entries: readonly ShellEntry[] }) {
  return entries.map((entry) => (entry.key ? <GoKey key={entry.href} entry={entry} letter={entry.key} /> : null))
}

function GoKey({ entry, letter }: { entry: ShellEntry; letter: string }) {
  const t = useTranslator(shellMessages)
  const router = useRouter()
  useKey(`g ${letter}`, () => router.push(entry.href), { label: entry.label, group: t('shortcutsGo') })
  return null
}

/** The list of shortcuts, loaded when it is asked for. */
export function Shortcuts({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  if (!open) return null
  return (
    <Suspense>
      <ShortcutSheet onClose={() => onOpenChange(false)} />
    </Suspense>
  )
}
