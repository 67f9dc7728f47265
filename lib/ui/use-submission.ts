'use client'
import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { useActionState, useRef, useState, useTransition } from 'react'
import { type FormAction, type FormState, idle } from '@/lib/kernel/form-state'
import type { Failure } from './form-notice'
import { useLocale } from './locale'

/** More characters than any record holds; the server would cut the request off without an answer. */
const mostText = 1_000_000

const textIn = (form: FormData) =>
  [...form.values()].reduce((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0)

type Refused = Extract<FormState, { status: 'refused' }>

/** How a form's action is called, and what it answered last. */
export type Submission<Value> = {
  state: FormState<Value>
  /** Typed values that a refused submit without JavaScript brought back. */
  returned: unknown
  failure: Failure | null
  /** After a conflict: what somebody else put into each field. */
  theirs: Readonly<Record<string, string>>
  pending: boolean
  /** Makes a retry the same request; a new one for the next thing. */
  key: string
  /** The action for submits without JavaScript. */
  post: (form: FormData) => void
  /** Sends; does nothing while something is under way. */
  send: (form: FormData) => void
}

/**
 * Calls a server action so that nothing typed can be lost: React empties a form after its own actions, so this one is called
 * beside it, and a thrown error (lost connection, fault, page older than the program) becomes a state instead of an error page.
 */
export function useSubmission<Value>(
  action: FormAction<Value>,
  onAnswer: (state: FormState<Value>) => void,
): Submission<Value> {
  const locale = useLocale()
  const [posted, post] = useActionState<FormState<Value>, FormData>(action, idle)
  const [answered, setAnswered] = useState<FormState<Value> | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [theirs, setTheirs] = useState<Readonly<Record<string, string>>>({})
  const [pending, startTransition] = useTransition()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const busy = useRef(false)

  const attempt = async (form: FormData): Promise<FormState<Value> | null> => {
    try {
      return await action(idle, form)
    } catch (error) {
      unstable_rethrow(error)
      setFailure(unstable_isUnrecognizedActionError(error) ? 'old' : navigator.onLine ? 'failed' : 'offline')
      return null
    } finally {
      busy.current = false
    }
  }
  const send = (form: FormData) => {
    if (busy.current) return
    if (textIn(form) > mostText) return setFailure('big')
    busy.current = true
    form.set('idempotencyKey', key)
    startTransition(async () => {
      const next = await attempt(form)
      if (!next) return
      setTheirs(next.status === 'refused' && next.code === 'changedMeanwhile' ? await othersValues(next, locale) : {})
      setFailure(null)
      setAnswered(next)
      if (next.status === 'done') setKey(crypto.randomUUID())
      onAnswer(next)
    })
  }
  const returned = posted.status === 'refused' ? posted.input : undefined
  return { state: answered ?? posted, returned, failure, theirs, pending, key, post, send }
}

/** Read from the refusal's sentences, by code that only conflicts load; without a connection there are no buttons. */
const othersValues = (refused: Refused, locale: Parameters<typeof import('./conflict').theirsOf>[1]) =>
  import('./conflict').then(
    ({ theirsOf }) => theirsOf(refused.fields, locale),
    () => ({}),
  )
