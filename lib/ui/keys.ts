'use client'
import { useEffect, useRef } from 'react'
import { isComposing } from './composing'

/** One shortcut: `l`, `?`, a sequence `g a`, `shift+a`, or `mod+k` (Ctrl, or ⌘ on a Mac). */
export type Shortcut = { keys: string; label: string; group: string; run: () => void }
export type ShortcutWords = { label: string; group: string }

/** A sequence such as G, then A, must be finished within this time. */
const sequenceTime = 1200
const switchName = 'accord-single-keys'

const shortcuts = new Set<Shortcut>()
let buffer: string[] = []
let timer: ReturnType<typeof setTimeout> | undefined

/** Every shortcut in force now, in the order of their appearance. */
export const shortcutsNow = (): readonly Shortcut[] => [...shortcuts]

/** Whether single keys do something; readers who speak instead of typing can turn them off. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(switchName) !== 'off'
  } catch {
    return true
  }
}

/** Turns single keys on or off in this browser. */
export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(switchName)
    else localStorage.setItem(switchName, 'off')
  } catch {
    return
  }
}

/** Registers a shortcut while the component is on screen; `undefined` as handler means there is none now. */
export function useKey(keys: string, run: (() => void) | undefined, words: ShortcutWords): void {
  const latest = useRef(run)
  latest.current = run
  const { label, group } = words
  const active = run !== undefined
  useEffect(() => {
    if (!active) return
    return registerShortcut({ keys, label, group, run: () => latest.current?.() })
  }, [keys, label, group, active])
}

/** Puts a shortcut in force until the answered function is called. */
export function registerShortcut(shortcut: Shortcut): () => void {
  shortcuts.add(shortcut)
  if (shortcuts.size === 1) document.addEventListener('keydown', hear)
  return () => {
    shortcuts.delete(shortcut)
    if (shortcuts.size === 0) document.removeEventListener('keydown', hear)
  }
}

function hear(event: KeyboardEvent) {
  if (event.defaultPrevented || isComposing(event) || event.altKey) return
  if (event.ctrlKey || event.metaKey) {
    const pressed = `mod+${event.key.toLowerCase()}`
    return fire(find(pressed), event)
  }
  if (!singleKeysOn() || event.repeat || isTyping(event.target) || isBehindDialog(event.target)) return
  if (event.key.length !== 1) return
  const shifted = event.shiftKey ? find(`shift+${event.key.toLowerCase()}`) : undefined
  if (shifted) return fire(shifted, event)
  clearTimeout(timer)
  buffer = [...buffer, event.key.toLowerCase()]
  if (!leads(buffer) && !find(buffer.join(' '))) buffer = buffer.slice(-1)
  const found = find(buffer.join(' '))
  if (found) {
    buffer = []
    return fire(found, event)
  }
  if (leads(buffer)) timer = setTimeout(() => (buffer = []), sequenceTime)
  else buffer = []
}

/** The youngest registration wins, so that a dialog or a record may take a key over. */
const find = (keys: string) => [...shortcuts].reverse().find((shortcut) => shortcut.keys === keys)
const leads = (pressed: readonly string[]) =>
  [...shortcuts].some((shortcut) => shortcut.keys.startsWith(`${pressed.join(' ')} `))

function fire(shortcut: Shortcut | undefined, event: KeyboardEvent) {
  if (!shortcut) return
  event.preventDefault()
  shortcut.run()
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (target.matches('input, textarea, select') && !target.matches('[type=checkbox], [type=radio]')))

/** Letters typed while a modal dialog is open belong to it. */
const isBehindDialog = (target: EventTarget | null) => {
  const modal = document.querySelector('[role=dialog][aria-modal=true], [role=alertdialog], dialog:modal')
  return modal !== null && !(target instanceof Node && modal.contains(target))
}

/** Does what a shortcut does, for a button that says the same; false when nobody registered it. */
export function runKey(keys: string): boolean {
  const shortcut = find(keys)
  shortcut?.run()
  return shortcut !== undefined
}
