'use client'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { lighterPhoto } from '@/lib/ui/photo'
import { quickLogMessages } from '../messages-quick-log'

type Stored = { files: NamedFile[]; refused: { name: string; sentence: string }[] }

export type NamedFile = { id: string; name: string }
type ContactFilesProps = { files: readonly NamedFile[]; onChange: (files: readonly NamedFile[]) => void }

/** Photos and files by camera, file dialog, paste and drop. Each is stored at once, so that saving the contact is quick. */
export function ContactFiles({ files: kept, onChange }: ContactFilesProps) {
  const t = useTranslator(quickLogMessages)
  const [sending, setSending] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<readonly string[]>([])
  const area = useRef<HTMLDivElement>(null)
  const latest = useRef({ kept, onChange })
  latest.current = { kept, onChange }

  const take = async (given: Iterable<File>) => {
    const files = [...given]
    if (files.length === 0) return
    setSending((now) => [...now, ...files.map(({ name }) => name)])
    setRefused([])
    const answers = await Promise.all(files.map(store))
    setSending((now) => now.filter((name) => !files.some((file) => file.name === name)))
    const stored = answers.flatMap((answer) => answer?.files ?? [])
    const now = latest.current
    if (stored.length > 0) now.onChange([...now.kept, ...stored.map(({ id, name }) => ({ id, name }))])
    setRefused(
      answers.flatMap((answer, index) =>
        answer ? answer.refused.map(({ sentence }) => sentence) : [t('fileFailed', { name: files[index]?.name ?? '' })],
      ),
    )
  }
  const taking = useRef(take)
  taking.current = take
  useEffect(() => {
    const form = area.current?.closest('form')
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files
      if (!files?.length) return
      event.preventDefault()
      void taking.current(files)
    }
    form?.addEventListener('paste', paste)
    return () => form?.removeEventListener('paste', paste)
  }, [])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void take(event.dataTransfer.files)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the file dialog does the same by keyboard.
    <div ref={area} className="drop span-2" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <label className="button small">
        <Icon name="camera" />
        {t('addFiles')}
        <input
          type="file"
          multiple
          className="hush"
          onChange={(event) => {
            void take(event.currentTarget.files ?? [])
            event.currentTarget.value = ''
          }}
        />
      </label>
      <ul className={kept.length + sending.length > 0 ? 'file-list' : 'hush'} aria-live="polite">
        {kept.map((file) => (
          <li key={file.id}>
            <Icon name="paperclip" />
            <span className="grow">{file.name}</span>
            <button
              type="button"
              className="button quiet square small"
              aria-label={t('removeFile', { name: file.name })}
              onClick={() => onChange(kept.filter(({ id }) => id !== file.id))}
            >
              <Icon name="x" />
            </button>
          </li>
        ))}
        {sending.map((name) => (
          <li key={name}>
            <Icon name="upload" />
            <span className="grow">{t('sendingFile', { name })}</span>
          </li>
        ))}
      </ul>
      {refused.map((sentence) => (
        <p key={sentence} className="refusal">
          {sentence}
        </p>
      ))}
    </div>
  )
}

/** Stores one file; null when nobody answered. */
async function store(file: File): Promise<Stored | null> {
  try {
    const form = new FormData()
    form.append('file', await lighterPhoto(file))
    const response = await fetch('/api/files', { method: 'POST', body: form })
    const body = (await response.json()) as Partial<Stored> & { sentence?: string }
    if (Array.isArray(body.files)) return { files: body.files, refused: body.refused ?? [] }
    return { files: [], refused: [{ name: file.name, sentence: body.sentence ?? '' }] }
  } catch {
    return null
  }
}
