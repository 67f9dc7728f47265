'use client'
import { type ClipboardEvent, type DragEvent, useId, useRef, useState } from 'react'
import { Field, type FieldProps } from './field'
import { fieldMessages } from './field-messages'
import { Icon } from './icon'
import { useLocale, useTranslator } from './locale'
import { lighterPhoto } from './photo'

type FilesFieldProps = FieldProps & {
  /** As in HTML: `image/*,.pdf`. */
  accept?: string
  multiple?: boolean
  /** Of one file, after re-scaling. */
  maxMegabytes?: number
  /** Offers the phone's camera beside the file dialog. */
  camera?: boolean
  /** Receives the files too, for forms that send them by themselves. */
  onFiles?: (files: readonly File[]) => void
}

const megabyte = 1_048_576

/** Files by dialog, camera, paste or drop. Photos are made smaller here, before they cost the reader's connection anything. */
export function FilesField({
  accept,
  multiple = false,
  maxMegabytes = 3,
  camera = false,
  onFiles,
  ...field
}: FilesFieldProps) {
  const t = useTranslator(fieldMessages)
  const locale = useLocale()
  const [files, setFiles] = useState<readonly File[]>([])
  const [refused, setRefused] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const cameraId = useId()

  const show = (next: readonly File[]) => {
    setFiles(next)
    onFiles?.(next)
    if (!input.current) return
    const carrier = new DataTransfer()
    for (const file of next) carrier.items.add(file)
    input.current.files = carrier.files
    input.current.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const take = async (given: FileList | null | undefined) => {
    if (!given?.length) return
    const lighter = await Promise.all([...given].map(lighterPhoto))
    const wrong = lighter.find((file) => !isAccepted(file, accept))
    const large = lighter.find((file) => file.size > maxMegabytes * megabyte)
    setRefused(
      wrong
        ? t('fileWrongType', { name: wrong.name })
        : large
          ? t('fileTooLarge', { name: large.name, max: maxMegabytes })
          : null,
    )
    const fine = lighter.filter((file) => isAccepted(file, accept) && file.size <= maxMegabytes * megabyte)
    show(multiple ? [...files, ...fine] : fine.length > 0 ? fine.slice(0, 1) : files)
  }
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    void take(event.clipboardData.files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files)
  }

  return (
    <Field {...field}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the file dialog does the same by keyboard.
        <div
          className="drop"
          data-over={over || undefined}
          onPaste={paste}
          onDrop={drop}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
        >
          <input
            {...control}
            ref={input}
            type="file"
            className="hush"
            accept={accept}
            multiple={multiple}
            onChange={(event) => {
              const { files: chosen } = event.currentTarget
              void take(chosen)
            }}
          />
          <label className="button small" htmlFor={control.id}>
            <Icon name="paperclip" />
            {t('fileChoose', { multiple: String(multiple) })}
          </label>
          {camera && (
            <>
              <input
                id={cameraId}
                type="file"
                accept="image/*"
                capture="environment"
                className="hush"
                onChange={(event) => void take(event.currentTarget.files)}
              />
              <label className="button small" htmlFor={cameraId}>
                <Icon name="camera" />
                {t('fileCamera')}
              </label>
            </>
          )}
          <span className="hint">{t('fileDrop')}</span>
          {files.length > 0 && (
            <ul className="file-list">
              {files.map((file, index) => (
                <li key={`${file.name}-${file.size}-${index.toString()}`}>
                  <Icon name={file.type.startsWith('image/') ? 'image' : 'file'} />
                  <span className="grow">{file.name}</span>
                  <span className="text-muted">{sizeText(file.size, locale)}</span>
                  <button
                    type="button"
                    className="button quiet square small"
                    aria-label={t('removeNamed', { name: file.name })}
                    onClick={() => show(files.filter((each) => each !== file))}
                  >
                    <Icon name="x" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <p role="status" className={refused ? 'refusal' : 'hush'}>
            {refused}
          </p>
        </div>
      )}
    </Field>
  )
}

/** Whether a file fits an `accept` list; without a list every file does. The server looks at the content itself. */
export function isAccepted(file: { name: string; type: string }, accept: string | undefined): boolean {
  if (!accept) return true
  return accept.split(',').some((each) => {
    const wanted = each.trim().toLowerCase()
    if (wanted.startsWith('.')) return file.name.toLowerCase().endsWith(wanted)
    return wanted.endsWith('/*') ? file.type.startsWith(wanted.slice(0, -1)) : file.type === wanted
  })
}

function sizeText(bytes: number, locale: string): string {
  const [value, unit] = bytes >= megabyte ? [bytes / megabyte, 'MB'] : [Math.max(1, bytes / 1024), 'KB']
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`
}
