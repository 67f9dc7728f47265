import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslator } from '@/lib/ui/locale'
import { showToast } from '@/lib/ui/toasts'
import { quickLogMessages } from '../messages-quick-log'
import type { Logged, Prefill } from '../model'
import type { Chip, ParsedLine } from '../rules-phrases'
import type { Opening } from './quick-log'
import { draftsOf, dropDraft, freshDraft, keepDraft, type QuickDraft } from './quick-log-draft'
import { type LineAbout, loadReader, payloadOf, readLine, type Understood, understood } from './quick-log-read'
import { type Sent, sendLog } from './quick-log-send'

export type Refused = Extract<Sent, { state: 'refused' | 'failed' }>

export type QuickLogState = {
  draft: QuickDraft
  prefill: Prefill | null
  prefillFailed: boolean
  parsed: ParsedLine | null
  chips: readonly Chip[]
  known: Understood
  saving: boolean
  refused: Refused | null
  /** A sentence beside a field: the account or the summary is missing, or what the server refused. */
  wrong: Readonly<Record<string, string>>
  change: (patch: Partial<QuickDraft>) => void
  chooseAccount: (account: QuickDraft['account']) => void
  save: (again: boolean) => Promise<void>
}

type Wanted = {
  memberId: string
  timeZone: string
  opening: Opening
  onSaved: (logged: Logged) => void
  onClose: () => void
}

type Reader = Awaited<ReturnType<typeof loadReader>>

/** Everything the quick log knows and does: the draft kept on every keystroke, what the line says, and saving it once. */
export function useQuickLog({ memberId, timeZone, opening, onSaved, onClose }: Wanted): QuickLogState {
  const t = useTranslator(quickLogMessages)
  const [draft, setDraft] = useState<QuickDraft>(() => draftFor(memberId, opening))
  const [reader, setReader] = useState<Reader | null>(null)
  const [saving, setSaving] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const busy = useRef(false)
  const { prefill, failed } = usePrefill(
    draft.account?.id ?? opening.accountId,
    draft.account ? undefined : opening.personId,
  )

  useEffect(() => {
    loadReader().then(
      (loaded) => setReader(loaded),
      () => undefined,
    )
  }, [])
  useEffect(() => {
    const offered = prefill?.account
    if (!offered) return
    setDraft((now) =>
      now.account ? now : { ...now, account: offered, personIds: prefill.personId ? [prefill.personId] : [] },
    )
  }, [prefill])

  const line = useDeferredValue(draft.line)
  const people = prefill?.people ?? nobody
  const parsed = useMemo(
    () => (reader ? readLine(reader, { ...draft, line }, { people, timeZone }) : null),
    [reader, draft, line, people, timeZone],
  )
  const chips = useMemo(() => (reader && parsed ? reader.chipsOf(parsed) : []), [reader, parsed])
  const known = understood(draft, parsed, prefill?.channel ?? null)

  const change = (patch: Partial<QuickDraft>) => {
    const next = { ...draft, ...patch }
    setDraft(next)
    keepDraft(memberId, next)
    setMissing({})
  }
  const chooseAccount = (account: QuickDraft['account']) =>
    change({ account, personIds: [], answeredIds: [], ...(account ? {} : { removed: [] }) })

  const begin = (again: boolean) => {
    if (!again) return onClose()
    setRefused(null)
    setDraft(freshDraft(draft.account))
  }
  const finish = (sent: Sent, payload: object, again: boolean) => {
    if (sent.state === 'saved') {
      dropDraft(memberId, draft.key)
      onSaved(sent.logged)
      return begin(again)
    }
    if (sent.state === 'waiting') {
      keepDraft(memberId, { ...draft, waiting: payload })
      showToast({ text: t('waitingOne') })
      return begin(again)
    }
    setRefused(sent)
  }
  const save = async (again: boolean) => {
    if (busy.current) return
    const wanted = {
      ...(draft.account ? {} : { accountId: t('needsAccount') }),
      ...(draft.line.trim() ? {} : { summary: t('needsSummary') }),
    }
    setMissing(wanted)
    if (Object.keys(wanted).length > 0) return
    busy.current = true
    setSaving(true)
    const payload = await payloadNow(draft, { people, timeZone, habit: prefill?.channel ?? null })
    const sent = await sendLog(draft.key, payload)
    busy.current = false
    setSaving(false)
    finish(sent, payload, again)
  }

  const wrong = { ...missing, ...(refused?.state === 'refused' ? refused.fields : {}) }
  return {
    draft,
    prefill,
    prefillFailed: failed,
    parsed,
    chips,
    known,
    saving,
    refused,
    wrong,
    change,
    chooseAccount,
    save,
  }
}

const nobody: Prefill['people'] = []

type Line = LineAbout & { habit: Prefill['channel'] }

/** Reads the line once more, as it is now; when the reader cannot be loaded, the line is saved as it was typed. */
async function payloadNow(draft: QuickDraft, { habit, ...context }: Line): Promise<object> {
  const parsed = await loadReader().then(
    (reader) => readLine(reader, draft, context),
    () => null,
  )
  return payloadOf(draft, understood(draft, parsed, habit))
}

/** The draft asked for, or the one begun for this account and not finished, or a new one. */
function draftFor(memberId: string, { accountId, draftKey }: Opening): QuickDraft {
  const open = draftsOf(memberId).filter((each) => each.waiting === null)
  const asked = open.find((each) => (draftKey ? each.key === draftKey : accountId && each.account?.id === accountId))
  return asked ?? freshDraft()
}

const remembered = new Map<string, Prefill>()

/** What the log starts with, at once when it was read before, and read again in any case. */
function usePrefill(accountId: string | undefined, personId: string | undefined) {
  const address = new URLSearchParams({
    ...(accountId ? { accountId } : {}),
    ...(personId ? { personId } : {}),
  }).toString()
  const [read, setRead] = useState<{ address: string; prefill: Prefill | null; failed: boolean }>(() => ({
    address,
    prefill: remembered.get(address) ?? null,
    failed: false,
  }))
  useEffect(() => {
    const stop = new AbortController()
    setRead({ address, prefill: remembered.get(address) ?? null, failed: false })
    fetchPrefill(address, stop.signal).then(
      (prefill) => {
        remembered.set(address, prefill)
        setRead({ address, prefill, failed: false })
      },
      () => stop.signal.aborted || setRead((now) => ({ ...now, failed: true })),
    )
    return () => stop.abort()
  }, [address])
  return read
}

async function fetchPrefill(address: string, signal: AbortSignal): Promise<Prefill> {
  const response = await fetch(`/api/v1/interactions/prefill?${address}`, { signal })
  if (!response.ok) throw new Error(`prefill answered ${response.status}`)
  return (await response.json()) as Prefill
}
