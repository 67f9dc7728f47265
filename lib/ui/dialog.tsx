'use client'
import { Suspense } from 'react'
import { later } from './later'
import type { ConfirmWindowProps } from './overlay/confirm-window'
import type { ModalDialogProps } from './overlay/modal-dialog'

const LazyDialog = later(() => import('./overlay/modal-dialog').then((each) => each.ModalDialog))
const LazyConfirm = later(() => import('./overlay/confirm-window').then((each) => each.ConfirmWindow))

/** A window above the page. What draws it is loaded when it first opens. */
export function Dialog(props: ModalDialogProps) {
  if (!props.open) return null
  return (
    <Suspense>
      <LazyDialog {...props} />
    </Suspense>
  )
}

/** A panel from the right edge; on phones from below. Otherwise like Dialog. */
export const Drawer = (props: Omit<ModalDialogProps, 'place'>) => <Dialog {...props} place="side" />

/** A question before something that is hard to take back. */
export function ConfirmDialog(props: ConfirmWindowProps) {
  if (!props.open) return null
  return (
    <Suspense>
      <LazyConfirm {...props} />
    </Suspense>
  )
}
