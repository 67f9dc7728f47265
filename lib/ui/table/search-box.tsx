'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useTransition } from 'react'
import { isComposing } from '../composing'
import { Icon } from '../icon'
import { useTranslator } from '../locale'
import { addressWith } from './list-address'
import { tableMessages } from './messages'

const waitBeforeSearch = 300

type SearchBoxProps = { path: string; address: URLSearchParams; query: string; hint?: string | undefined }

/** Searches the list while one types, but never a half-composed word. Without JavaScript it is a plain GET form. */
export function SearchBox({ path, address, query, hint }: SearchBoxProps) {
  const t = useTranslator(tableMessages)
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [searching, startTransition] = useTransition()

  const search = () => {
    clearTimeout(timer.current)
    const value = input.current?.value.trim() ?? ''
    if (value === query) return
    startTransition(() => router.replace(addressWith(path, address, { q: value || null }), { scroll: false }))
  }
  const later = (event: FormEvent<HTMLInputElement>) => {
    clearTimeout(timer.current)
    if (!isComposing(event.nativeEvent as InputEvent)) timer.current = setTimeout(search, waitBeforeSearch)
  }

  useEffect(() => {
    const box = input.current
    if (box && document.activeElement !== box) box.value = query
  }, [query])
  useEffect(() => () => clearTimeout(timer.current), [])

  return (
    <search className="search-box" aria-busy={searching || undefined}>
      <form
        action={path}
        method="get"
        onSubmit={(event) => {
          event.preventDefault()
          search()
        }}
      >
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          name="q"
          className="input"
          defaultValue={query}
          placeholder={hint ?? t('searchList')}
          aria-label={hint ?? t('searchList')}
          autoComplete="off"
          enterKeyHint="search"
          data-list-search=""
          onInput={later}
          onCompositionEnd={() => {
            timer.current = setTimeout(search, waitBeforeSearch)
          }}
        />
        {[...address].map(([name, value]) =>
          name === 'q' || name === 'after' || name === 'before' || name === 'peek' ? null : (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ),
        )}
      </form>
    </search>
  )
}
