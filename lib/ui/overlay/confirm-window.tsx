'use client'
import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type ReactNode, useTransition } from 'react'
import { useTranslator } from '../locale'
import { uiMessages } from '../messages'

export type ConfirmWindowProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The question. */
  title: string
  /** What will happen, and whether it can be undone. */
  text: ReactNode
  /** The verb on the button: never "OK". */
  verb: string
  danger?: boolean
  onConfirm: () => void | Promise<void>
}

/** Asks before something that is hard to take back. */
export function ConfirmWindow({
  open,
  onOpenChange,
  title,
  text,
  verb,
  danger = false,
  onConfirm,
}: ConfirmWindowProps) {
  const t = useTranslator(uiMessages)
  const [pending, startTransition] = useTransition()
  const confirm = () =>
    startTransition(async () => {
      await onConfirm()
      onOpenChange(false)
    })
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="scrim" />
        <AlertDialog.Viewport className="dialog-space middle">
          <AlertDialog.Popup className="dialog">
            <div className="dialog-head">
              <AlertDialog.Title>{title}</AlertDialog.Title>
            </div>
            <AlertDialog.Description className="dialog-text">{text}</AlertDialog.Description>
            <div className="dialog-foot">
              <button
                type="button"
                className={danger ? 'button danger' : 'button primary'}
                aria-disabled={pending || undefined}
                onClick={confirm}
              >
                {verb}
              </button>
              <AlertDialog.Close className="button quiet">{t('cancel')}</AlertDialog.Close>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
