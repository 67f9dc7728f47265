import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslator } from '@/lib/ui/locale'
import type { Sent } from '@/lib/ui/send-once'
import { showToast } from '@/lib/ui/toasts'
import { quickLogMessages } from '../messages-quick-log'
import type { Logged, Prefill } from '../model'
import type { Chip, ParsedLine } from '../rules-phrases'
import type { Opening } from './quick-log'
import { draftsOf, dropDraft, freshDraft, keepDraft, type QuickDraft } from './quick-log-draft'
import { prefillSoon, usePrefill } from './quick-log-prefill'
import {
  type Habits,
  type LineAbout,
  loadReader,
  payloadOf,
  readLine,
  type Understood,
  understood,
} from './quick-log-read'
import { sendLog } from './quick-log-send'

export type Refused = Extract<Sent<Logged>, { state: 'refused' | 'failed' }>

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
  const latest = useRef(draft)
  const put = (next: QuickDraft) => {
    latest.current = next
    setDraft(next)
  }
  const keep = (next: QuickDraft) => {
    put(next)
    keepDraft(memberId, next)
  }
  const [reader, setReader] = useState<Reader | null>(null)
  const [saving, setSaving] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const busy = useRef(false)
  const { account } = draft
  const about = { accountId: account?.id, personId: account ? undefined : opening.personId }
  const { prefill, failed } = usePrefill(about)
  /** Once an account was there, only its author changes it. */
  const settled = useRef(account !== null)

  useEffect(() => {
    loadReader().then(
      (loaded) => setReader(loaded),
      () => undefined,
    )
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is offered is taken once, when it arrives.
  useEffect(() => take(prefill), [prefill])
  const take = (offered: Prefill | null) => {
    const now = latest.current
    if (!offered?.account) return
    if (now.account?.id === offered.account.id) {
      if (now.account.name === '') keep({ ...now, account: offered.account })
    } else if (!settled.current) {
      settled.current = true
      keep({ ...now, account: offered.account, personIds: offered.personId ? [offered.personId] : [] })
    }
  }

  const line = useDeferredValue(draft.line)
  const people = prefill?.people ?? nobody
  const parsed = useMemo(
    () => (reader ? readLine(reader, { ...draft, line }, { people, timeZone }) : null),
    [reader, draft, line, people, timeZone],
  )
  const chips = useMemo(() => (reader && parsed ? reader.chipsOf(parsed) : []), [reader, parsed])
  const known = understood(draft, parsed, prefill ?? noHabits)

  const change = (patch: Partial<QuickDraft>) => {
    keep({ ...latest.current, ...patch })
    setMissing({})
  }
  const chooseAccount = (chosen: QuickDraft['account']) => {
    settled.current = true
    change({ account: chosen, personIds: [], answeredIds: [], unchangedIds: [], removed: [] })
  }

  const begin = (again: boolean) => {
    if (!again) return onClose()
    setRefused(null)
    put(freshDraft(latest.current.account))
  }
  const finish = (sent: Sent<Logged>, payload: object, again: boolean) => {
    if (sent.state === 'saved') {
      dropDraft(memberId, latest.current.key)
      onSaved(sent.value)
      return begin(again)
    }
    if (sent.state === 'waiting') {
      keepDraft(memberId, { ...latest.current, waiting: payload })
      showToast({ text: t('waitingOne') })
      return begin(again)
    }
    setRefused(sent)
  }
  const save = async (again: boolean) => {
    if (busy.current) return
    busy.current = true
    setSaving(true)
    const ready = prefill ?? (await prefillSoon(about))
    take(ready)
    const now = latest.current
    const wanted = {
      ...(now.account ? {} : { accountId: t('needsAccount') }),
      ...(now.line.trim() ? {} : { summary: t('needsSummary') }),
    }
    setMissing(wanted)
    if (Object.keys(wanted).length === 0) {
      const payload = await payloadNow(now, {
        people: ready?.people ?? nobody,
        timeZone,
        habits: ready ?? noHabits,
      })
      finish(await sendLog(now.key, payload), payload, again)
    }
    busy.current = false
    setSaving(false)
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
const noHabits: Habits = { channel: null, roles: [] }

type Line = LineAbout & { habits: Habits }

/** Reads the line once more, as it is now; when the reader cannot be loaded, the line is saved as it was typed. */
async function payloadNow(draft: QuickDraft, { habits, ...context }: Line): Promise<object> {
  const parsed = await loadReader().then(
    (reader) => readLine(reader, draft, context),
    () => null,
  )
  return payloadOf(draft, understood(draft, parsed, habits))
}

/** The draft asked for, or the one begun for this account and not finished, or a new one. */
function draftFor(memberId: string, { accountId, draftKey }: Opening): QuickDraft {
  const open = draftsOf(memberId).filter((each) => each.waiting === null)
  const asked = open.find((each) => (draftKey ? each.key === draftKey : accountId && each.account?.id === accountId))
  return asked ?? freshDraft(accountId ? { id: accountId, name: '' } : null)
}
