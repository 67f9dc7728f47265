'use client'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { isComposing } from '@/lib/ui/composing'
import { useTranslator } from '@/lib/ui/locale'
import { ModalDialog } from '@/lib/ui/overlay/modal-dialog'
import { quickLogMessages } from '../messages-quick-log'
import type { Logged } from '../model'
import { channels } from '../rules-channels'
import type { Opening } from './quick-log'
import { QuickLogFields } from './quick-log-fields'
import { toggledAll } from './quick-log-roles'
import { useQuickLog } from './use-quick-log'

export type QuickLogWindowProps = {
  memberId: string
  timeZone: string
  opening: Opening
  onSaved: (logged: Logged) => void
  onClose: () => void
}

/** The window of the quick log. The keys of the whole form are heard here; none of them while a word is being composed. */
export function QuickLogWindow(props: QuickLogWindowProps) {
  const t = useTranslator(quickLogMessages)
  const log = useQuickLog(props)
  const summary = useRef<HTMLTextAreaElement>(null)
  const { key } = log.draft
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus returns to the line whenever another log begins.
  useEffect(() => summary.current?.focus(), [key])

  const hear = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const channel =
      event.altKey && !event.ctrlKey && !event.metaKey ? channels[Number(event.code.slice(-1)) - 1] : undefined
    if (channel && /^(?:Digit|Numpad)\d$/.test(event.code)) {
      event.preventDefault()
      log.change({ channel })
    }
    if (event.altKey && !event.ctrlKey && !event.metaKey && /^(?:Digit|Numpad)0$/.test(event.code)) {
      event.preventDefault()
      log.change({ unchangedIds: toggledAll(log.known) })
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void log.save(event.shiftKey)
    }
  }
  return (
    <ModalDialog open onOpenChange={(open) => open || props.onClose()} title={t('log')} wide focusFirst={summary}>
      <form
        className="form gap-3"
        aria-label={t('log')}
        onKeyDown={hear}
        onSubmit={(event) => {
          event.preventDefault()
          void log.save(false)
        }}
      >
        <QuickLogFields log={log} summary={summary} />
      </form>
    </ModalDialog>
  )
}
