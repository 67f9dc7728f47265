import { kernelMessages } from './kernel-messages'
import type { Locale, Messages, Params } from './messages'
import { translatorOf } from './translate'

/** One refused field: a key of the refusal's messages (or of the kernel's), with what it says in the sentence. */
export type FieldRefusal = { code: string; params?: Params }

/**
 * A business "no". It carries the messages it speaks with, so that it can be said in any language wherever it surfaces.
 * Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly params: Params = {},
    readonly fields: Readonly<Record<string, FieldRefusal>> = {},
    readonly messages: Messages = kernelMessages,
  ) {
    super(code)
    this.name = 'Refusal'
  }

  /** The code without its module: `accounts.ownerMissing` → `ownerMissing`. */
  private get key() {
    return this.code.slice(this.code.indexOf('.') + 1)
  }

  /** The refusal as a sentence in the reader's language. */
  sentence(locale: Locale): string {
    return say(this.messages, this.key, this.params, locale)
  }

  /** Each refused field as a sentence, keyed by the field's path (`points.0.value`). */
  fieldSentences(locale: Locale): Record<string, string> {
    return Object.fromEntries(
      Object.entries(this.fields).map(([path, { code, params }]) => [
        path,
        say(this.messages, code, params ?? {}, locale),
      ]),
    )
  }
}

const say = (messages: Messages, key: string, params: Params, locale: Locale) =>
  key in messages.en
    ? translatorOf(messages, locale)(key, params)
    : translatorOf(kernelMessages, locale)(key as 'invalid', params)

/**
 * A module may refuse only with messages that it owns:
 * `const no = refusals('agreements', messages)` … `throw no('needsAtLeastOneKpi')`.
 */
export const refusals =
  <M extends Messages>(module: string, messages: M) =>
  (
    code: keyof M['en'] & string,
    params?: Params,
    fields?: Readonly<Record<string, { code: keyof M['en'] & string; params?: Params }>>,
  ) =>
    new Refusal(`${module}.${code}`, params, fields, messages)

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }
