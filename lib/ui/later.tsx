'use client'
import { type ComponentType, createElement, lazy, useEffect, useState } from 'react'
import { useTranslator } from './locale'
import { uiMessages } from './messages'

/**
 * A component whose code the browser loads only when it is first drawn. The server has it from the start, so that readers
 * without JavaScript get plain HTML instead of a place that waits for a script. When the code cannot be loaded, a sentence
 * says so, the page stays as it is, and the next time tries again. Put it inside a `<Suspense>`.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  let waiting: ComponentType<Props> | null = null
  const keep = async () => {
    loaded = await load()
    return loaded
  }
  const tryAgain = () => {
    waiting = null
  }
  const wait = (): ComponentType<Props> => {
    const unavailable = () => createElement(Unavailable, { onShown: tryAgain })
    const lazily = lazy(async () => ({ default: await keep().catch(() => unavailable) }))
    return lazily as unknown as ComponentType<Props>
  }
  if (typeof window === 'undefined') void keep()
  // biome-ignore lint/correctness/noComponentHookFactories: this makes one component per call, at the top of a module.
  return function Later(props: Props) {
    const [Drawn] = useState(() => {
      if (loaded) return loaded
      waiting ??= wait()
      return waiting
    })
    return createElement(Drawn, props)
  }
}

function Unavailable({ onShown }: { onShown: () => void }) {
  const t = useTranslator(uiMessages)
  useEffect(onShown, [onShown])
  return (
    <p role="alert" className="notice warn">
      {t('notLoaded')}
    </p>
  )
}
