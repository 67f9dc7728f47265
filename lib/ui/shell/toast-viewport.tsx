'use client'
import { Toast } from '@base-ui/react/toast'
import { useEffect, useRef } from 'react'
import { Icon } from '../icon'
import { useTranslator } from '../locale'
import { dropToast, type ShownToast, showToast } from '../toasts'
import { shellMessages } from './messages'

const timeOnScreen = 10_000

/** Draws the notices: polite to screen readers, reachable by F6, waiting while hovered or focused. */
export function ToastViewport({ toasts }: { toasts: readonly ShownToast[] }) {
  return (
    <Toast.Provider timeout={timeOnScreen} limit={3}>
      <Stack toasts={toasts} />
    </Toast.Provider>
  )
}

function Stack({ toasts }: { toasts: readonly ShownToast[] }) {
  const t = useTranslator(shellMessages)
  const manager = Toast.useToastManager()
  const added = useRef(new Set<number>())
  const { add } = manager
  useEffect(() => {
    for (const toast of toasts) {
      if (added.current.has(toast.id)) continue
      added.current.add(toast.id)
      add({ id: String(toast.id), title: toast.text, data: toast, onRemove: () => dropToast(toast.id) })
    }
  }, [toasts, add])

  return (
    <Toast.Portal>
      <Toast.Viewport className="toasts" aria-label={t('notices')}>
        {manager.toasts.map((shown) => (
          <Toast.Root key={shown.id} toast={shown} className={shown.data?.tone === 'risk' ? 'toast risk' : 'toast'}>
            <Toast.Content className="toast-content">
              <Toast.Title className="grow" render={<p />} />
              {shown.data?.undo && (
                <button
                  type="button"
                  className="button small"
                  onClick={async () => {
                    manager.close(shown.id)
                    await shown.data.undo()
                    showToast({ text: t('undone') })
                  }}
                >
                  <Icon name="undo-2" />
                  {t('undo')}
                </button>
              )}
              <Toast.Close className="button quiet square small" aria-label={t('dismiss')}>
                <Icon name="x" />
              </Toast.Close>
            </Toast.Content>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  )
}
