'use client'
import { useRouter } from 'next/navigation'
import { type SubmitEvent, useState } from 'react'
import { FilesField } from '@/lib/ui/files-field'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { words } from '../messages'
import { togetherWords } from '../messages-together'
import { type Begun, placeOf } from '../model'

type Answer = { files: Begun[]; refused: { name: string; sentence: string }[]; sentence?: string }
type Props = { sources: readonly string[]; refused: string | null; most: number }

/**
 * Takes one file, or several that are imported as one. Without JavaScript the browser posts them and is sent on to their
 * page; with JavaScript it says how far the upload has come, and a refusal leaves everything in place.
 */
export function UploadForm({ sources, refused, most }: Props) {
  const t = useTranslator(words)
  const own = useTranslator(togetherWords)
  const router = useRouter()
  const [percent, setPercent] = useState<number | null>(null)
  const [sentence, setSentence] = useState(refused)
  const [rest, setRest] = useState<string | null>(null)

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (percent !== null) return
    setSentence(null)
    setPercent(0)
    send(new FormData(event.currentTarget), setPercent).then(
      (answer) => {
        const [file] = answer.files ?? []
        const [first, ...others] = answer.refused ?? []
        if (file && !first) return router.push(placeOf(file))
        setPercent(null)
        setRest(file ? placeOf(file) : null)
        if (!first || !file) return setSentence(first?.sentence ?? answer.sentence ?? t('uploadFailed'))
        const names = [first, ...others].map(({ name }) => name).join(t('listComma'))
        setSentence(`${own('someRefused', { names })} ${first.sentence}`)
      },
      () => {
        setPercent(null)
        setSentence(t('uploadFailed'))
      },
    )
  }
  return (
    <form className="form narrow" action="/api/imports" method="post" encType="multipart/form-data" onSubmit={submit}>
      <div role="alert" className="alert-space">
        {sentence && (
          <div className="notice risk">
            <Icon name="circle-alert" />
            <div className="grow">
              <p>{sentence}</p>
              {rest && <a href={rest}>{own('goOnWithRest')}</a>}
            </div>
          </div>
        )}
      </div>
      <FilesField
        name="file"
        label={t('file')}
        hint={t('fileHint')}
        accept=".csv,.tsv,.txt,.xlsx"
        maxMegabytes={most}
        multiple
        required
      />
      <TextField name="source" label={t('source')} hint={t('sourceHint')} maxLength={60} />
      {sources.length > 0 && <p className="hint">{t('sourcesBefore', { names: sources.join(t('listComma')) })}</p>}
      <div className="form-foot">
        <button type="submit" className="button primary" aria-disabled={percent !== null || undefined}>
          {percent === null ? t('upload') : t('uploading', { percent })}
        </button>
        <a className="button quiet" href="/imports">
          {t('backToImports')}
        </a>
        <span role="status" className="hush">
          {percent === null ? '' : t('uploading', { percent: percent - (percent % 25) })}
        </span>
      </div>
    </form>
  )
}

/** The browser tells how far an upload has come only this way. */
function send(form: FormData, onProgress: (percent: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/imports')
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / Math.max(1, total)) * 100))
    request.onerror = () => reject(new Error('no answer'))
    request.onload = () => {
      try {
        resolve(JSON.parse(request.responseText) as Answer)
      } catch {
        reject(new Error('no answer'))
      }
    }
    request.send(form)
  })
}
