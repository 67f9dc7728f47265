'use client'
import { unstable_isUnrecognizedActionError, unstable_rethrow, useRouter } from 'next/navigation'
import {
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useTransition,
} from 'react'
import { type FormAction, type FormState, idle } from '@/lib/kernel/form-state'
import { isComposing } from './composing'
import { FormContext } from './form-context'
import { FormFoot } from './form-foot'
import { type Failure, FormNotice } from './form-notice'
import { addressOf, setControl } from './form-paths'
import { useTranslator } from './locale'
import { uiMessages } from './messages'
import { showToast } from './toasts'
import { useDraft } from './use-draft'
import { useLeaveWarning } from './use-leave-warning'

export type FormProps<Value> = {
  action: FormAction<Value>
  children: ReactNode
  /** Word of the one primary button; "Save" without it. */
  submit?: string
  /** Other buttons beside it. */
  buttons?: ReactNode
  cancelHref?: string
  /** Where to go when done; `{id}` and other names are filled from the answered value. */
  after?: string
  onDone?: (value: Value) => void
  /** Empties the form when done, for entering the next one. */
  again?: boolean
  /** Keeps what is typed in this browser under this name until it is saved. */
  draft?: string
  /** False for forms that change nothing worth asking about (sign-in, filters). */
  warn?: boolean
  /** `none` leaves the buttons to the children (use SubmitButton). */
  foot?: 'plain' | 'sticky' | 'none'
  className?: string
  label?: string
}

/**
 * The one form of the product. Without JavaScript it posts to its server action and shows the answer; with JavaScript it
 * stays where it is: every refusal, lost connection or server fault leaves all values in place, says so, and puts the
 * reader on the first field to mend. A second submit while one is under way does nothing; a retry carries the same key.
 */
export function Form<Value>(props: FormProps<Value>) {
  const { action, children, after, onDone, again = false, warn = true, foot = 'plain' } = props
  const t = useTranslator(uiMessages)
  const router = useRouter()
  const id = useId()
  const [posted, post] = useActionState<FormState<Value>, FormData>(action, idle)
  const [answered, setAnswered] = useState<FormState<Value> | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set())
  const [housed, setHoused] = useState<ReadonlySet<string>>(new Set())
  const [round, setRound] = useState(0)
  const [pending, startTransition] = useTransition()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const form = useRef<HTMLFormElement>(null)
  const busy = useRef(false)
  const dirty = useRef(false)
  const state: FormState<Value> = answered ?? posted
  const draft = useDraft(props.draft, form)
  const isDirty = useCallback(() => warn && dirty.current, [warn])
  useLeaveWarning(isDirty, t('leaveUnsaved'))

  const send = (data: FormData) =>
    startTransition(async () => {
      try {
        finish(await action(idle, data))
      } catch (error) {
        unstable_rethrow(error)
        setFailure(unstable_isUnrecognizedActionError(error) ? 'old' : navigator.onLine ? 'failed' : 'offline')
      } finally {
        busy.current = false
      }
    })

  const finish = (next: FormState<Value>) => {
    setAnswered(next)
    setFailure(null)
    setMended(new Set())
    if (next.status === 'refused' && next.version !== undefined)
      setControl(form.current?.elements.namedItem('version') ?? null, String(next.version))
    if (next.status !== 'done') return
    dirty.current = false
    draft.forget()
    setKey(crypto.randomUUID())
    if (next.notice) showToast({ text: next.notice })
    if (again) setRound(round + 1)
    onDone?.(next.value)
    if (after) router.push(addressOf(after, next.value))
  }

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy.current) return
    busy.current = true
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter)
    for (const name of [...data.keys()]) if (name.startsWith('$')) data.delete(name)
    data.set('idempotencyKey', key)
    send(data)
  }

  const sentences = useMemo(() => {
    if (state.status !== 'refused') return {}
    return Object.fromEntries(Object.entries(state.fields).filter(([path]) => !mended.has(path)))
  }, [state, mended])

  useEffect(() => {
    if (state.status !== 'refused' || !form.current) return
    setHoused(
      new Set([...form.current.querySelectorAll<HTMLElement>('[data-field]')].map((each) => each.dataset.field ?? '')),
    )
    focusFirst(form.current, Object.keys(state.fields))
  }, [state])

  const take = useCallback((path: string, value: string) => {
    setControl(form.current?.elements.namedItem(path) ?? null, value)
    setMended((before) => new Set(before).add(path))
  }, [])

  const view = useMemo(
    () => ({
      id,
      input: draft.input ?? (posted.status === 'refused' ? posted.input : undefined),
      sentences,
      pending,
      conflict: state.status === 'refused' && state.code === 'changedMeanwhile',
      take,
    }),
    [id, draft.input, posted, sentences, pending, state, take],
  )

  return (
    <FormContext value={view}>
      <form
        ref={form}
        action={post}
        onSubmit={submit}
        noValidate
        className={props.className ? `form ${props.className}` : 'form'}
        aria-label={props.label}
        onInput={(event) => {
          dirty.current = true
          draft.keep()
          const path = (event.target as HTMLInputElement).name
          if (path && path in sentences) setMended((before) => new Set(before).add(path))
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          if (isComposing(event)) {
            if (event.target instanceof HTMLInputElement) event.preventDefault()
          } else if (event.metaKey || event.ctrlKey) {
            event.preventDefault()
            pressSubmit(event.currentTarget)
          }
        }}
      >
        <FormNotice
          state={state}
          failure={failure}
          homeless={Object.entries(sentences).flatMap(([path, said]) => (housed.has(path) ? [] : [said]))}
          draft={draft}
          onRetry={() => form.current && pressSubmit(form.current)}
        />
        <div className="contents" key={`${round}-${draft.round}`}>
          {children}
        </div>
        <input key={key} type="hidden" name="idempotencyKey" defaultValue={key} suppressHydrationWarning />
        {foot !== 'none' && (
          <FormFoot submit={props.submit} cancelHref={props.cancelHref} sticky={foot === 'sticky'} state={state}>
            {props.buttons}
          </FormFoot>
        )}
      </form>
    </FormContext>
  )
}

/** Submits as a press of the form's primary button would. */
const pressSubmit = (form: HTMLFormElement) => form.requestSubmit(form.querySelector<HTMLElement>('[type=submit]'))

/** The reader lands on the first refused field in reading order, or on the alert when no field is to blame. */
function focusFirst(form: HTMLFormElement, paths: readonly string[]) {
  const wanted = new Set(paths)
  const first = [...form.elements].find(
    (each) => wanted.has((each as HTMLInputElement).name) && (each as HTMLInputElement).type !== 'hidden',
  )
  const fallback = paths
    .map((path) =>
      form.querySelector<HTMLElement>(
        `[data-field="${CSS.escape(path)}"] :is(input:not([type=hidden]), button, select)`,
      ),
    )
    .find((each) => each !== null)
  const target = first ?? fallback ?? form.querySelector('[role=alert]')
  if (target instanceof HTMLElement) target.focus()
}
