'use client'
import { useRouter } from 'next/navigation'
import {
  type KeyboardEvent,
  type ReactNode,
  type SubmitEvent,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { FormAction, FormState } from '@/lib/kernel/form-state'
import { isComposing } from './composing'
import { FormContext } from './form-context'
import { FormFoot } from './form-foot'
import { FormNotice } from './form-notice'
import { addressOf, focusFirst, housedIn, pressSubmit, setControl } from './form-paths'
import { useTranslator } from './locale'
import { uiMessages } from './messages'
import { showToast } from './toasts'
import { useDraft } from './use-draft'
import { useLeaveWarning } from './use-leave-warning'
import { useSubmission } from './use-submission'

export type FormProps<Value> = {
  action: FormAction<Value>
  children: ReactNode
  /** Word of the one primary button; "Save" without it. */
  submit?: string
  /** The screen's primary button is another one. */
  secondary?: boolean
  /** Other buttons beside it. */
  buttons?: ReactNode
  cancelHref?: string
  /** Where to go when done; `{id}` and other names are filled from the answered value. */
  after?: string
  onDone?: (value: Value) => void
  /** Heard at every change that somebody makes. */
  onTyped?: () => void
  /** Empties the form when done, for entering the next one. */
  again?: boolean
  /** Keeps what is typed in this browser under this name until it is saved. */
  draft?: string
  /** False for forms that change nothing worth asking about (sign-in, filters). */
  warn?: boolean
  /** `none` leaves the buttons to the children (use SubmitButton). */
  foot?: 'plain' | 'sticky' | 'none'
  className?: string
  /** For buttons that stand outside the form. */
  id?: string
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
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set())
  const [housed, setHoused] = useState<ReadonlySet<string>>(new Set())
  const [round, setRound] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const dirty = useRef(false)
  const pressed = useRef<HTMLElement | null>(null)
  const draft = useDraft(props.draft, form)
  const isDirty = useCallback(() => warn && dirty.current, [warn])
  useLeaveWarning(isDirty, t('leaveUnsaved'))

  const onAnswer = (next: FormState<Value>) => {
    setMended(new Set())
    if (next.status === 'refused' && next.version !== undefined)
      setControl(form.current?.elements.namedItem('version') ?? null, String(next.version))
    if (next.status !== 'done') return
    dirty.current = false
    draft.forget()
    if (next.notice) showToast({ text: next.notice })
    if (again) setRound(round + 1)
    onDone?.(next.value)
    if (after) router.push(addressOf(after, next.value))
  }
  const { state, returned, failure, theirs, pending, key, post, send } = useSubmission(action, onAnswer)

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    pressed.current = event.nativeEvent.submitter
    const data = new FormData(event.currentTarget, pressed.current)
    for (const name of [...data.keys()]) if (name.startsWith('$')) data.delete(name)
    send(data)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter') return
    if (isComposing(event)) {
      if (event.target instanceof HTMLInputElement) event.preventDefault()
    } else if (event.metaKey || event.ctrlKey) {
      event.preventDefault()
      pressSubmit(event.currentTarget)
    }
  }

  const sentences = useMemo(() => {
    const refused = state.status === 'refused' ? Object.entries(state.fields) : []
    return Object.fromEntries(refused.filter(([path]) => !mended.has(path)))
  }, [state, mended])
  const mend = useCallback((path: string) => setMended((before) => new Set(before).add(path)), [])
  const take = useCallback(
    (path: string, value: string) => {
      setControl(form.current?.elements.namedItem(path) ?? null, value)
      mend(path)
    },
    [mend],
  )
  // Before anything is painted: what stands beside its field is not also said above the form for a moment.
  useLayoutEffect(() => {
    if (state.status !== 'refused' || !form.current) return
    setHoused(housedIn(form.current))
    focusFirst(form.current, Object.keys(state.fields))
  }, [state])

  const input = draft.input ?? returned
  const view = useMemo(
    () => ({ id, input, sentences, pending, theirs, take }),
    [id, input, sentences, pending, theirs, take],
  )
  return (
    <FormContext value={view}>
      <form
        ref={form}
        id={props.id}
        action={post}
        onSubmit={submit}
        onKeyDown={onKeyDown}
        onInput={(event) => {
          dirty.current = true
          draft.keep()
          props.onTyped?.()
          const path = (event.target as HTMLInputElement).name
          if (path && path in sentences) mend(path)
        }}
        noValidate
        className={props.className ? `form ${props.className}` : 'form'}
        aria-label={props.label}
      >
        <FormNotice
          state={state}
          failure={failure}
          homeless={Object.entries(sentences).flatMap(([path, said]) => (housed.has(path) ? [] : [said]))}
          draft={draft}
          onRetry={() => form.current && pressSubmit(form.current, pressed.current)}
        />
        <div className="contents" key={`${round}-${draft.round}`}>
          {children}
        </div>
        <input key={key} type="hidden" name="idempotencyKey" defaultValue={key} suppressHydrationWarning />
        {foot !== 'none' && (
          <FormFoot
            submit={props.submit}
            secondary={props.secondary}
            cancelHref={props.cancelHref}
            sticky={foot === 'sticky'}
            state={state}
          >
            {props.buttons}
          </FormFoot>
        )}
      </form>
    </FormContext>
  )
}
