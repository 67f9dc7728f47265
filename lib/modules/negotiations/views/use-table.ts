import { useRouter } from 'next/navigation'
import { useRef, useState, useSyncExternalStore } from 'react'
import { useTranslator } from '@/lib/ui/locale'
import type { Sent } from '@/lib/ui/send-once'
import { showToast } from '@/lib/ui/toasts'
import { useRetry } from '@/lib/ui/use-retry'
import { roundPages } from '../messages-rounds'
import type { Side } from '../model-issues'
import { freshTableDraft, type RecordedOffer, sendOffer, type TableDraft, tableDrafts } from './table-draft'

/** What both sides said last, as a field shows it. */
export type LastValues = Readonly<Record<Side, Readonly<Record<string, string>>>>
type Wanted = { memberId: string; negotiationId: string; last: number; lastSide: Side | null; values: LastValues }
type Refused = Extract<Sent<RecordedOffer>, { state: 'refused' | 'failed' }>

/** The form at the table: what is typed is kept on every keystroke, waits for the connection, and is recorded once. */
export function useTable({ memberId, negotiationId, last, lastSide, values }: Wanted) {
  const t = useTranslator(roundPages)
  const router = useRouter()
  const kept = useSyncExternalStore(
    tableDrafts.onChanged,
    () => tableDrafts.of(memberId),
    () => none,
  )
  const waiting = kept.filter((draft) => draft.waiting !== null).length
  const [fresh, setFresh] = useState(() => freshTableDraft(negotiationId, lastSide === 'them' ? 'us' : 'them'))
  const [refused, setRefused] = useState<Refused | null>(null)
  const [saving, setSaving] = useState(false)
  const busy = useRef(false)
  const draft = kept.find((each) => each.negotiationId === negotiationId && each.waiting === null) ?? fresh

  const tell = ({ number, round }: RecordedOffer) => {
    showToast({ text: t('tableSaved', { number, round }) })
    router.refresh()
  }
  const flush = () => void tableDrafts.flush(memberId, sendOffer, (_draft, recorded) => tell(recorded))
  useRetry(waiting, flush)

  const change = (patch: Partial<TableDraft>) => {
    const next = { ...draft, ...patch }
    setFresh(next)
    tableDrafts.keep(memberId, next)
    setRefused(null)
  }
  /** What was typed, over what that side said last. */
  const shown = (key: string) => draft.values[key] ?? values[draft.side][key] ?? ''
  const begin = () => setFresh(freshTableDraft(negotiationId, draft.side === 'us' ? 'them' : 'us'))

  const save = async (keys: readonly string[]) => {
    if (busy.current) return
    busy.current = true
    setSaving(true)
    const payload = {
      side: draft.side,
      channel: 'meeting',
      values: Object.fromEntries(keys.map((key) => [key, shown(key)])),
      conditions: draft.conditions,
      // What waits here goes in before it, so that the last offer is not known yet.
      ...(waiting === 0 ? { version: last } : {}),
    }
    const sent = await sendOffer(draft, payload)
    busy.current = false
    setSaving(false)
    if (sent.state === 'saved') {
      tableDrafts.drop(memberId, draft.key)
      begin()
      return tell(sent.value)
    }
    if (sent.state === 'waiting') {
      tableDrafts.keep(memberId, { ...draft, waiting: payload })
      begin()
      return showToast({ text: t('tableWaiting') })
    }
    setRefused(sent)
    // The last offer is another one now: the next press goes in after it.
    if (sent.state === 'refused' && sent.code === 'changedMeanwhile') router.refresh()
  }
  return { draft, waiting, refused, saving, change, shown, save, flush }
}

const none: readonly TableDraft[] = []
