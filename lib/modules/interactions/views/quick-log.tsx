'use client'
import { usePathname, useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { Icon } from '@/lib/ui/icon'
import { useKey } from '@/lib/ui/keys'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { showToast } from '@/lib/ui/toasts'
import { useRetry } from '@/lib/ui/use-retry'
import { quickLogMessages } from '../messages-quick-log'
import type { Logged } from '../model'
import { draftsOf, onDraftsChanged } from './quick-log-draft'
import { gaveOf } from './quick-log-gave'
import { flushWaiting, sendVerb } from './quick-log-send'

const loadWindow = () => import('./quick-log-window')
const QuickLogWindow = lazy(() => loadWindow().then((each) => ({ default: each.QuickLogWindow })))

/** What the quick log is opened for: an account or a person on screen, or a draft to go on with. */
export type Opening = { accountId?: string | undefined; personId?: string | undefined; draftKey?: string | undefined }
type QuickLogProps = { memberId: string; timeZone: string }

const wayIn = '/interactions/new'
const identifier = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const recordIn = (path: string, of: string) => new RegExp(`^/${of}/(${identifier})`).exec(path)?.[1]

/**
 * The quick log beside every page: opened by L, by the log buttons of the shell, and by any link to its page. What could
 * not be sent waits here and goes out when the connection is back.
 */
export function QuickLog({ memberId, timeZone }: QuickLogProps) {
  const t = useTranslator(quickLogMessages)
  const locale = useLocale()
  const router = useRouter()
  const path = usePathname()
  const [opening, setOpening] = useState<Opening | null>(null)
  const drafts = useDrafts(memberId)
  const waiting = drafts.filter((draft) => draft.waiting !== null)

  const here = (): Opening => ({ accountId: recordIn(path, 'accounts'), personId: recordIn(path, 'contacts') })
  useKey('l', () => setOpening(here()), { label: t('log'), group: t('shortcuts') })
  useLinks(setOpening)
  useEffect(() => {
    const soon = () => void loadWindow().catch(() => undefined)
    const once = { once: true, passive: true } as const
    document.addEventListener('keydown', soon, once)
    document.addEventListener('pointermove', soon, once)
    document.addEventListener('touchstart', soon, once)
    return () => {
      document.removeEventListener('keydown', soon)
      document.removeEventListener('pointermove', soon)
      document.removeEventListener('touchstart', soon)
    }
  }, [])

  const tell = (logged: Logged) => {
    router.refresh()
    showToast({
      text: gaveOf(logged, t, locale),
      undo: async () => {
        const done = await sendVerb(logged.id, 'withdraw')
        if (!done) showToast({ text: t('undoFailed'), tone: 'risk' })
        router.refresh()
      },
    })
  }
  const count = waiting.length
  const flush = () => flushWaiting(memberId, (_draft, logged) => tell(logged))
  useRetry(count, () => void flush())

  return (
    <>
      {count > 0 && (
        <button
          type="button"
          className="button small fixed bottom-24 left-4 z-40 shadow-md md:bottom-4"
          onClick={() => void flush()}
          title={t('sendNow')}
        >
          <Icon name="wifi-off" />
          {t('waiting', { count })}
        </button>
      )}
      {opening && (
        <Suspense>
          <QuickLogWindow
            memberId={memberId}
            timeZone={timeZone}
            opening={opening}
            onSaved={tell}
            onClose={() => setOpening(null)}
          />
        </Suspense>
      )}
    </>
  )
}

const none: ReturnType<typeof draftsOf> = []

/** This member's drafts in this browser, always as they are now. */
export const useDrafts = (memberId: string) =>
  useSyncExternalStore(
    onDraftsChanged,
    () => draftsOf(memberId),
    () => none,
  )

/** Every link to the page of the quick log opens it here instead, whoever drew the link. */
function useLinks(open: (opening: Opening) => void) {
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || link.pathname !== wayIn || link.dataset.hard !== undefined) return
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      if (link.closest('.rail, .bottom-bar')) return
      event.preventDefault()
      const address = new URLSearchParams(link.search)
      const given = (name: string) => address.get(name) ?? undefined
      open({ accountId: given('account'), personId: given('person'), draftKey: given('draft') })
    }
    document.addEventListener('click', follow, true)
    return () => document.removeEventListener('click', follow, true)
  }, [open])
}
