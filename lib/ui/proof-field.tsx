'use client'
import { useEffect, useRef, useState } from 'react'
import { Field } from './field'
import { fieldMessages } from './field-messages'
import { Icon } from './icon'
import { useTranslator } from './locale'
import { lighterPhoto } from './photo'

type Stored = { id: string; name: string }
type Answer = { files?: Stored[]; refused?: { sentence: string }[]; sentence?: string }

type ProofProps = {
  label: string
  name?: string
  hint?: string
  /** The file that is on record, which can be replaced or left out. */
  kept?: Stored | null
}

/** The screenshot, mail or scan that proves something: stored as soon as it is chosen; the form then sends its id as `fileId`. */
export function ProofField({ label, name = 'fileId', hint, kept = null }: ProofProps) {
  const t = useTranslator(fieldMessages)
  const [stored, setStored] = useState<Stored | null>(kept)
  const [state, setState] = useState<{ sending: boolean; refused: string | null }>({ sending: false, refused: null })
  const input = useRef<HTMLInputElement>(null)
  const { sending } = state
  useEffect(() => {
    const form = input.current?.form
    if (!form || !sending) return
    // Before the form hears of it: saved now, it would be without its proof.
    const hold = (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      setState({ sending: true, refused: t('proofWaits') })
      input.current?.focus()
    }
    form.addEventListener('submit', hold, true)
    return () => form.removeEventListener('submit', hold, true)
  }, [sending, t])
  const take = async (file: File | undefined) => {
    if (!file) return
    setState({ sending: true, refused: null })
    const answer = await send(file)
    setStored((before) => answer?.files?.[0] ?? before)
    const sentence = answer ? (answer.refused?.[0]?.sentence ?? answer.sentence ?? null) : t('proofFailed')
    setState({ sending: false, refused: answer?.files?.length ? null : sentence })
  }
  return (
    <Field name={name} label={label} hint={hint ?? t('proofHint')} span={2}>
      {(control) => (
        <>
          <input
            {...control}
            ref={input}
            name=""
            type="file"
            className="input"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
          <input type="hidden" name={name} value={stored?.id ?? ''} readOnly />
          <span aria-live="polite">
            {sending && !state.refused && t('proofSending')}
            {stored && !sending && (
              <>
                <Icon name="paperclip" /> {stored.name}{' '}
                <button
                  type="button"
                  className="button quiet square small"
                  aria-label={t('removeNamed', { name: stored.name })}
                  onClick={() => setStored(null)}
                >
                  <Icon name="x" />
                </button>
              </>
            )}
            {state.refused && <span className="refusal">{state.refused}</span>}
          </span>
        </>
      )}
    </Field>
  )
}

/** Stores one file; null when nobody answered. */
async function send(file: File): Promise<Answer | null> {
  try {
    const form = new FormData()
    form.append('file', await lighterPhoto(file))
    const response = await fetch('/api/files', { method: 'POST', body: form })
    return (await response.json()) as Answer
  } catch {
    return null
  }
}
