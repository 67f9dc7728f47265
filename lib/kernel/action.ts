import 'server-only'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { Command } from './command'
import type { FormAction, FormState } from './form-state'
import { fromForm } from './from-form'
import { kernelMessages } from './kernel-messages'
import { logBug } from './log'
import type { Locale } from './messages'
import { perform } from './perform'
import { Refusal } from './refusal'
import { requestIsOwn } from './request-guard'
import { optionalActor, readerLocale } from './session'
import { translatorOf } from './translate'
import { isUnavailable } from './unavailable'

type Then<Value> = {
  /** Where to go when it is done, for forms that open a new page. */
  to?: (value: Value) => string
}

/** Entry point 1 of 3: a form. Reads the session, performs the command, refreshes what it touched. */
export function action<I extends z.ZodType, O>(command: Command<I, O>, then: Then<O> = {}): FormAction<O> {
  return async (_before, form) => {
    const { idempotencyKey: key, ...input } = fromForm(form)
    const state = await attempt(command, input, typeof key === 'string' && key !== '' ? key.slice(0, 100) : undefined)
    if (state.status === 'done' && then.to) redirect(then.to(state.value as O))
    return state
  }
}

async function attempt<I extends z.ZodType, O>(
  command: Command<I, O>,
  input: Record<string, unknown>,
  key: string | undefined,
): Promise<FormState<O>> {
  const locale = await readerLocale()
  const refused = (refusal: Refusal) => refusedState(refusal, command, input, locale)
  try {
    if (!(await requestIsOwn())) return refused(new Refusal('foreignOrigin'))
    const actor = await optionalActor()
    if (!actor) return refused(new Refusal('signedOut'))
    const result = await perform(command, actor, input, { key })
    if (!result.ok) return refused(result.refusal)
    for (const path of command.refreshes ?? []) revalidatePath(path, 'page')
    return { status: 'done', value: result.value }
  } catch (error) {
    if (isUnavailable(error)) return refused(new Refusal('unavailable'))
    return refused(new Refusal('unexpected', { reference: logBug(error, command.name) }))
  }
}

/** A refusal as the form shows it: sentences in the reader's language, and what was typed, but no secret of it. */
export function refusedState(
  refusal: Refusal,
  command: Pick<Command, 'hides'>,
  input: Record<string, unknown>,
  locale: Locale,
): Extract<FormState<never>, { status: 'refused' }> {
  const echo = Object.fromEntries(
    Object.entries(input).filter(([name, value]) => !command.hides?.includes(name) && !(value instanceof File)),
  )
  return {
    status: 'refused',
    code: refusal.code,
    sentence: refusal.sentence(locale),
    fields: refusal.fieldSentences(locale),
    input: echo,
    ...(typeof refusal.params.version === 'number' ? { version: refusal.params.version } : {}),
  }
}

/** The sentence for an answer that is no form's: an outage or a bug, by reference. */
export const sentenceOf = (code: keyof typeof kernelMessages.en, locale: Locale, params?: Record<string, string>) =>
  translatorOf(kernelMessages, locale)(code, params)
