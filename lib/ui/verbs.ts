'use client'
import { useEffect, useRef } from 'react'
import type { IconName } from './icon'
import { registerShortcut } from './keys'

/** Something that can be done on this page; listed first in the palette, with its shortcut. */
export type Verb = {
  label: string
  icon?: IconName
  /** Other words by which the reader may look for it, in either language. */
  alias?: string
  /** Its shortcut, if it has one: `e`, `g n`, `mod+e`. */
  keys?: string
  /** Where it leads … */
  href?: string
  /** … or what it does. */
  run?: () => void
}

const groups = new Set<{ verbs: readonly Verb[] }>()

/** Every verb of the page now; the record's own verbs come before those of the shell. */
export const verbsNow = (): readonly Verb[] => [...groups].reverse().flatMap((group) => group.verbs)

/** Offers verbs in the palette and on their shortcuts while the component is on screen. */
export function useVerbs(verbs: readonly Verb[], groupLabel: string): void {
  const latest = useRef(verbs)
  latest.current = verbs
  const shape = verbs.map((verb) => `${verb.label}\n${verb.keys ?? ''}\n${verb.href ?? ''}`).join('\n\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` says when the verbs differ; handlers are read when used.
  useEffect(() => {
    const current = latest.current.map((verb, index) => ({ ...verb, run: () => act(latest.current[index]) }))
    const group = { verbs: current }
    groups.add(group)
    const undo = current.flatMap(({ keys, label, run }) =>
      keys ? [registerShortcut({ keys, label, group: groupLabel, run })] : [],
    )
    return () => {
      groups.delete(group)
      for (const each of undo) each()
    }
  }, [shape, groupLabel])
}

function act(verb: Verb | undefined) {
  if (verb?.run) verb.run()
  else if (verb?.href) followLink(verb.href)
}

/** Goes where a link with this address would lead, the soft way. */
export function followLink(href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
}
