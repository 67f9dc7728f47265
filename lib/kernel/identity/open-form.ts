import 'server-only'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { refusedState } from '../action'
import { shaped } from '../admit'
import type { FormAction, FormState } from '../form-state'
import { fromForm } from '../from-form'
import { logBug } from '../log'
import { Refusal } from '../refusal'
import { requestIsOwn } from '../request-guard'
import { readerLocale } from '../session'
import { isUnavailable } from '../unavailable'
import { identityMessages } from './messages'

/** Where to go when it is done, or what to answer where the form stands. */
type Outcome<Value> = { to: string } | { value: Value; notice?: string }

type OpenForm<Input extends z.ZodType, Value> = {
  name: string
  input: Input
  /** Fields that are never echoed. */
  hides?: readonly string[]
  run: (input: z.output<Input>) => Promise<Outcome<Value>>
}

/**
 * A form outside the pipeline of commands: its sender has not signed in yet, or it changes the session itself. It answers
 * like every other form, so that nothing typed is lost, and refuses what another site sends.
 */
export function openForm<Input extends z.ZodType, Value = null>(form: OpenForm<Input, Value>): FormAction<Value> {
  return async (_before, data) => {
    const { idempotencyKey: _, ...given } = fromForm(data)
    const outcome = await attempt(form, given)
    if ('status' in outcome) return outcome
    if ('to' in outcome) redirect(outcome.to)
    return { status: 'done', ...outcome }
  }
}

async function attempt<Input extends z.ZodType, Value>(
  form: OpenForm<Input, Value>,
  given: Record<string, unknown>,
): Promise<Outcome<Value> | FormState<Value>> {
  try {
    if (!(await requestIsOwn())) throw new Refusal('foreignOrigin')
    return await form.run(shaped({ input: form.input, messages: identityMessages }, given))
  } catch (error) {
    return refusedState(refusalOf(error, form.name), { hides: form.hides }, given, await readerLocale())
  }
}

function refusalOf(error: unknown, name: string): Refusal {
  if (error instanceof Refusal) return error
  if (isUnavailable(error)) return new Refusal('unavailable')
  return new Refusal('unexpected', { reference: logBug(error, name) })
}
