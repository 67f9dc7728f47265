/** What an action answers to a form. Sentences are already in the user's language; `input` is what was typed, to be shown again. */
export type FormState<Value = unknown> =
  | { status: 'idle' }
  | { status: 'done'; value: Value; notice?: string }
  | {
      status: 'refused'
      code: string
      sentence: string
      fields: Readonly<Record<string, string>>
      input: unknown
      /** After `changedMeanwhile`: the version that the other person left, so that saving again is a decision. */
      version?: number
    }

/** A server action of a form: `useActionState(action, { status: 'idle' })`. */
export type FormAction<Value = unknown> = (before: FormState<Value>, form: FormData) => Promise<FormState<Value>>

export const idle = { status: 'idle' } as const
