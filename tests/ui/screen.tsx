import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { PathnameContext, SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach } from 'vitest'
import type { Locale } from '@/lib/kernel/messages'
import { LocaleProvider } from '@/lib/ui/locale'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
  document.body.innerHTML = ''
})

/** Where the screen was sent, in order. */
export type Visits = string[]

function routerOf(visits: Visits): AppRouterInstance {
  const nothing = () => undefined
  const go = (href: string) => void visits.push(href)
  return {
    back: nothing,
    forward: nothing,
    refresh: nothing,
    push: go,
    replace: go,
    prefetch: nothing,
    bfcacheId: '',
  } as never
}

type Place = { locale?: Locale; path?: string; query?: string }

/** What a page gives to everything on it: language, address, router. */
export function Page({
  locale = 'zh-TW',
  path = '/accounts',
  query = '',
  visits = [],
  children,
}: Place & { visits?: Visits; children: ReactNode }) {
  return (
    <AppRouterContext value={routerOf(visits)}>
      <PathnameContext value={path}>
        <SearchParamsContext value={new URLSearchParams(query) as never}>
          <LocaleProvider locale={locale}>{children}</LocaleProvider>
        </SearchParamsContext>
      </PathnameContext>
    </AppRouterContext>
  )
}

/** Draws into the document as the browser would. */
export async function screen(children: ReactNode, place: Place = {}) {
  const visits: Visits = []
  const container = document.createElement('div')
  document.body.append(container)
  const root = createRoot(container)
  const draw = (next: ReactNode) =>
    act(async () =>
      root.render(
        <Page {...place} visits={visits}>
          {next}
        </Page>,
      ),
    )
  await draw(children)
  ends.push(() => act(() => root.unmount()))
  const find = <Kind extends Element = HTMLElement>(selector: string): Kind => {
    const found = container.querySelector<Kind>(selector) ?? document.querySelector<Kind>(selector)
    if (!found) throw new Error(`nothing on screen fits ${selector}`)
    return found
  }
  return { container, visits, draw, find, text: () => container.textContent ?? '' }
}

/** Types into a control as a person would: the value, then the event that tells of it. */
export async function type(control: HTMLInputElement | HTMLTextAreaElement, value: string) {
  await act(async () => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, value)
    control.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** Presses a key on an element; answers whether the browser would still do its own thing. */
export async function press(target: EventTarget, key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  let untouched = true
  await act(async () => {
    untouched = target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  })
  return untouched
}

export const click = (target: HTMLElement) => act(async () => target.click())
export const submit = (form: HTMLFormElement) =>
  act(async () => void form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true })))
