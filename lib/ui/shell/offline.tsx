'use client'
import { useSyncExternalStore } from 'react'
import { Icon } from '../icon'
import { useTranslator } from '../locale'
import { shellMessages } from './messages'

function subscribe(change: () => void) {
  window.addEventListener('online', change)
  window.addEventListener('offline', change)
  return () => {
    window.removeEventListener('online', change)
    window.removeEventListener('offline', change)
  }
}

/** Whether the browser has a connection; on the server, and until it says otherwise, it has. */
export const useOnline = () =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )

/** Says that there is no connection, for as long as there is none. */
export function Offline() {
  const t = useTranslator(shellMessages)
  const online = useOnline()
  return (
    <div role="status">
      {!online && (
        <p className="notice warn no-print offline">
          <Icon name="wifi-off" />
          {t('offline')}
        </p>
      )}
    </div>
  )
}
