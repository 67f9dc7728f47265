'use client'
import { Suspense } from 'react'
import { later } from '@/lib/ui/later'
import type { DeleteViewProps } from './delete-view'
import type { SaveViewProps } from './save-view'

const SaveForm = later(() => import('./save-view').then((each) => each.SaveViewForm))
const DeleteForm = later(() => import('./delete-view').then((each) => each.DeleteViewForm))

/** The form that keeps a view; its code comes only when the address asks for it, and then it is part of the page itself. */
export const SaveView = (props: SaveViewProps) => <SaveForm {...props} />

/** The button that takes one away; the list need not wait for it. */
export const DeleteView = (props: DeleteViewProps) => (
  <Suspense>
    <DeleteForm {...props} />
  </Suspense>
)
