'use client'
import { useEffect } from 'react'

/** A record that was opened not long ago. */
export type RecentRecord = { href: string; title: string; subtitle?: string }

const most = 8
const nameOf = (reader: string) => `accord-recent:${reader}`
let reader = ''

/**
 * Says who reads, so that colleagues on one computer do not see each other's lists and drafts. Does nothing on the server,
 * which serves many.
 */
export function setReader(id: string): void {
  if (typeof window !== 'undefined') reader = id
}

/** Whoever reads in this window; nobody outside the product and on the server. */
export const readerNow = (): string => reader

/** The records opened last, newest first. */
export function recentRecords(): RecentRecord[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(reader)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRecord).slice(0, most) : []
  } catch {
    return []
  }
}

/** Puts a record on top of the list. */
export function rememberRecord(record: RecentRecord): void {
  const rest = recentRecords().filter((each) => each.href !== record.href)
  try {
    localStorage.setItem(nameOf(reader), JSON.stringify([record, ...rest].slice(0, most)))
  } catch {
    return
  }
}

/** Forgets everything, when the reader signs out. */
export function forgetRecent(): void {
  try {
    localStorage.removeItem(nameOf(reader))
  } catch {
    return
  }
}

/** Remembers the record of this page for the palette. */
export function RememberRecord({ href, title, subtitle }: RecentRecord) {
  useEffect(() => rememberRecord({ href, title, ...(subtitle ? { subtitle } : {}) }), [href, title, subtitle])
  return null
}

const isRecord = (value: unknown): value is RecentRecord =>
  typeof value === 'object' &&
  value !== null &&
  'href' in value &&
  'title' in value &&
  String(value.href).startsWith('/')
