'use client'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import { isComposing } from '../composing'
import { useKey } from '../keys'
import { useTranslator } from '../locale'
import { addressKeeping } from './list-address'
import { tableMessages } from './messages'

type TableKeys = {
  body: RefObject<HTMLTableSectionElement | null>
  peekable: boolean
  address: (row: number) => string | null
  id: (row: number) => string | null
  select: ((row: number) => void) | undefined
}

/**
 * Moving through a table by keyboard and mouse with one handler for all rows: J and K walk, X selects, Enter previews,
 * Ctrl/⌘+Enter opens; a click on a row does what Enter does, a click on its link opens it.
 */
export function useTableKeys({ body, peekable, address, id, select }: TableKeys) {
  const t = useTranslator(tableMessages)
  const router = useRouter()
  const path = usePathname()
  const params = useSearchParams()
  const group = t('shortcutsList')

  const at = () => {
    const row = document.activeElement?.closest('tr')
    return row && body.current?.contains(row) ? row.sectionRowIndex : -1
  }
  const walk = (step: 1 | -1) => () => {
    const rows = body.current?.children
    if (!rows?.length) return
    const next = Math.min(Math.max(at() + step, 0), rows.length - 1)
    const target = rows[next]?.querySelector<HTMLElement>('th a') ?? rows[next]?.querySelector<HTMLElement>('a, input')
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
    if (params.get('peek')) peek(next)
  }
  const peek = (row: number) => {
    const shown = id(row)
    if (shown) router.push(addressKeeping(path, params, { peek: shown, panel: null }), { scroll: false })
  }
  const open = (row: number) => {
    const href = address(row)
    if (href) router.push(href)
  }
  const act = (row: number) => (peekable ? peek(row) : open(row))

  useKey('j', walk(1), { label: t('keyDown'), group })
  useKey('k', walk(-1), { label: t('keyUp'), group })
  useKey('x', select ? () => at() >= 0 && select(at()) : undefined, { label: t('keySelect'), group })

  const onBodyKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const inRowLink = event.target instanceof Element && event.target.matches('th a')
    if (event.key !== 'Enter' || !inRowLink || isComposing(event)) return
    event.preventDefault()
    if (event.metaKey || event.ctrlKey) open(at())
    else act(at())
  }
  const onBodyClick = (event: MouseEvent<HTMLTableSectionElement>) => {
    const pressed = event.target instanceof Element ? event.target : null
    if (!pressed || pressed.closest('a, button, input, label, summary, select') || event.defaultPrevented) return
    if (window.getSelection()?.isCollapsed === false) return
    const row = pressed.closest('tr')?.sectionRowIndex ?? -1
    if (row >= 0) act(row)
  }
  return { onBodyClick, onBodyKeyDown }
}
