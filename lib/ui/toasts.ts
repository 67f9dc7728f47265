'use client'
import { useSyncExternalStore } from 'react'

/** A short notice at the edge of the screen; `undo` adds a button that takes the thing back. */
export type ToastContent = { text: string; undo?: () => void | Promise<void>; tone?: 'plain' | 'risk' }
export type ShownToast = ToastContent & { id: number }

let shown: readonly ShownToast[] = []
let count = 0
const listeners = new Set<() => void>()

function publish(next: readonly ShownToast[]) {
  shown = next
  for (const listener of listeners) listener()
}

/** Shows a notice for ten seconds; the clock stands still while it is hovered or focused. */
export function showToast(content: ToastContent): void {
  count += 1
  publish([...shown, { ...content, id: count }])
}

/** Takes a notice away. */
export const dropToast = (id: number) => publish(shown.filter((toast) => toast.id !== id))

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const none: readonly ShownToast[] = []

/** The notices on screen now. */
export const useToasts = () =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => none,
  )

/** `useToast().show({ text, undo })`. */
export const useToast = () => ({ show: showToast })
