'use client'
import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { Icon } from '../icon'
import { useTranslator } from '../locale'
import { uiMessages } from '../messages'

export type ModalDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** One sentence under the title. */
  text?: ReactNode
  wide?: boolean
  /** `side` slides in from the right edge and fills the height (a drawer); on phones from below. */
  place?: 'middle' | 'side'
  /** Where the focus begins; without it on the first control. */
  focusFirst?: RefObject<HTMLElement | null>
  children?: ReactNode
}

/** A window above the page that must be answered first. Focus stays inside, Escape closes, focus returns. */
export function ModalDialog({
  open,
  onOpenChange,
  title,
  text,
  wide = false,
  place = 'middle',
  focusFirst,
  children,
}: ModalDialogProps) {
  const t = useTranslator(uiMessages)
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Viewport className={`dialog-space ${place}`}>
          <Dialog.Popup className={wide ? 'dialog wide' : 'dialog'} initialFocus={focusFirst}>
            <div className="dialog-head">
              <Dialog.Title>{title}</Dialog.Title>
              <Dialog.Close className="button quiet square small" aria-label={t('close')}>
                <Icon name="x" />
              </Dialog.Close>
            </div>
            {text && <Dialog.Description className="dialog-text">{text}</Dialog.Description>}
            <div className="dialog-body">{children}</div>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
