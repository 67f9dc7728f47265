'use client'
import { useEffect, useRef, useState } from 'react'
import { isComposing } from '@/lib/ui/composing'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { pages } from '../messages'
import type { Twin } from '../model'

const pause = 400

type TwinsNoticeProps = {
  /** The account that is being edited; none for a new one. */
  except?: string
  children: React.ReactNode
}

/**
 * Watches name and business number of the fields inside it and shows accounts that look the same, with their links. It
 * only proposes: saving goes on as it was.
 */
export function TwinsNotice({ except, children }: TwinsNoticeProps) {
  const t = useTranslator(pages)
  const [twins, setTwins] = useState<readonly Twin[]>([])
  const box = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const typedIn = (name: string) =>
    box.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value.trim() ?? ''
  const look = async () => {
    const typed = new URLSearchParams({ name: typedIn('name'), businessNumber: typedIn('businessNumber') })
    if (except) typed.set('except', except)
    const response = await fetch(`/api/v1/accounts/twins?${typed}`)
    setTwins(response.ok ? ((await response.json()) as Twin[]) : [])
  }
  return (
    <div
      ref={box}
      className="contents"
      onInput={(event) => {
        clearTimeout(timer.current)
        if (!isComposing(event.nativeEvent as InputEvent)) timer.current = setTimeout(look, pause)
      }}
      onCompositionEnd={() => {
        timer.current = setTimeout(look, pause)
      }}
    >
      {children}
      <div role="status" className="contents">
        {twins.length > 0 && (
          <div className="notice warn span-2">
            <Icon name="copy" />
            <div className="grow">
              <p>{t('twinsTitle')}</p>
              <ul>
                {twins.map((twin) => (
                  <li key={twin.id}>
                    <a className="underline" href={`/accounts/${twin.id}`} target="_blank" rel="noreferrer">
                      {twin.name}
                    </a>{' '}
                    {t(twin.by === 'name' ? 'twinByName' : 'twinByNumber')} ·{' '}
                    {[twin.city, twin.owner].filter(Boolean).join(' · ')}
                  </li>
                ))}
              </ul>
              <p className="text-muted">{t('twinsHint')}</p>
            </div>
          </div>
        )}
      </div>
    </div>
  )
}
