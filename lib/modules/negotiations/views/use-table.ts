import { useRouter } from 'next/navigation'
import { useRef, useState, useSyncExternalStore } from 'react'
import { dayOf } from '@/lib/kernel/day'
import { useTranslator } from '@/lib/ui/locale'
import type { Sent } from '@/lib/ui/send-once'
import { showToast } from '@/lib/ui/toasts'
import { useRetry } from '@/lib/ui/use-retry'
import { roundPages } from '../messages-rounds'
import type { Side } from '../model-issues'
import {
  draftShown,
  freshTableDraft,
  type LastValues,
  type RecordedOffer,
  saidLast,
  sendOffer,
  type TableDraft,
  type TablePayload,
  tableDrafts,
  waitingOf,
} from './table-draft'

type Wanted = {
  memberId: string
  timeZone: string
  negotiationId: string
  last: number
  lastSide: Side | null
  values: LastValues
}
type Refused = Extract<Sent<RecordedOffer>, { state: 'refused' | 'failed' }>

/** The form at the table: what is typed is kept on every keystroke, waits for the connection, and is recorded once. */
export function useTable({ memberId, timeZone, negotiationId, last, lastSide, values }: Wanted) {
  const t = useTranslator(roundPages)
  const router = useRouter()
  const kept = useSyncExternalStore(
    tableDrafts.onChanged,
    () => tableDrafts.of(memberId),
    () => none,
  )
  const waiting = kept.filter((draft) => draft.waiting !== null).length
  const before = waitingOf(kept, negotiationId)
  const [fresh, setFresh] = useState(() => freshTableDraft(negotiationId, lastSide === 'them' ? 'us' : 'them'))
  const [refused, setRefused] = useState<Refused | null>(null)
  const [saving, setSaving] = useState(false)
  const busy = useRef(false)
  const draft = draftShown(kept, negotiationId) ?? fresh

  const tell = ({ number, round }: RecordedOffer) => {
    showToast({ text: t('tableSaved', { number, round }) })
    router.refresh()
  }
  const refuse = (sent: Refused) => {
    setRefused(sent)
    // The last offer is another one now: the next press goes in after it.
    if (sent.state === 'refused' && sent.code === 'changedMeanwhile') router.refresh()
  }
  const flush = () =>
    void tableDrafts.flush(
      memberId,
      sendOffer,
      (_draft, recorded) => tell(recorded),
      (returned, sent) => returned.negotiationId === negotiationId && refuse(sent),
    )
  useRetry(waiting, flush)

  const change = (patch: Partial<TableDraft>) => {
    const next = { ...draft, ...patch }
    setFresh(next)
    tableDrafts.keep(memberId, next)
    setRefused(null)
  }
  // What was returned was said before everything that still waits.
  const said = draft.returned ? values : saidLast(values, before)
  /** What was typed, over what that side said last. */
  const shown = (key: string) => draft.values[key] ?? said[draft.side][key] ?? ''
  const begin = () => {
    setFresh(freshTableDraft(negotiationId, draft.side === 'us' ? 'them' : 'us'))
    setRefused(null)
  }

  const wait = (payload: TablePayload) => {
    tableDrafts.keep(memberId, { ...draft, waiting: payload })
    begin()
    showToast({ text: t('tableWaiting') })
  }
  const attempt = async (payload: TablePayload) => {
    const sent = await sendOffer(draft, payload)
    if (sent.state === 'waiting') return wait(payload)
    if (sent.state !== 'saved') return refuse(sent)
    tableDrafts.drop(memberId, draft.key)
    begin()
    tell(sent.value)
    flush()
  }

  const save = async (keys: readonly string[]) => {
    if (busy.current) return
    busy.current = true
    setSaving(true)
    const payload = {
      side: draft.side,
      channel: 'meeting',
      values: Object.fromEntries(keys.map((key) => [key, shown(key)])),
      conditions: draft.conditions,
      day: dayOf(new Date(), timeZone),
      // What waits here goes in around it, so that the last offer is not known yet.
      ...(before.length === 0 ? { version: last } : {}),
    }
    // What waits goes in first; only what was returned has its place before it.
    if (before.length > 0 && !draft.returned) wait(payload)
    else await attempt(payload)
    busy.current = false
    setSaving(false)
  }
  return { draft, said, waiting, refused, saving, change, shown, save, flush }
}

const none: readonly TableDraft[] = []
