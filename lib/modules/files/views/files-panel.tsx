'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { dayOf, formatDay } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { FilesField } from '@/lib/ui/files-field'
import { Icon, type IconName } from '@/lib/ui/icon'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { showToast } from '@/lib/ui/toasts'
import { archiveFile, restoreFile } from '../actions'
import { messages } from '../messages'
import { type LinkedFile, megabyte, mostBytes } from '../model'
import { sendFiles } from './send-files'

type FilesPanelProps = {
  accountId: string
  files: readonly LinkedFile[]
  removed: readonly LinkedFile[]
  mayEdit: boolean
}

const most = mostBytes.attachment / megabyte

/** The files of an account, and new ones by dialog, camera, paste or drop. */
export function FilesPanel({ accountId, files, removed, mayEdit }: FilesPanelProps) {
  const t = useTranslator(messages)
  return (
    <div className="flex flex-col gap-5">
      {mayEdit && <UploadCard accountId={accountId} />}
      {files.length === 0 ? (
        <EmptyState icon="paperclip" title={t('emptyTitle')} text={t('emptyText', { max: most })} />
      ) : (
        <Card title={t('files')} flush>
          <ul className="rows">
            {files.map((file) => (
              <li key={file.linkId}>
                <FileLine file={file} />
                {mayEdit && file.kind === 'account' && (
                  <Press
                    action={archiveFile}
                    undo={restoreFile}
                    values={{ accountId, linkId: file.linkId }}
                    className="button small quiet"
                    done={t('archived', { name: file.name })}
                  >
                    {t('archive')}
                  </Press>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {removed.length > 0 && (
        <details>
          <summary className="button small quiet w-fit">{t('removed')}</summary>
          <ul className="rows">
            {removed.map((file) => (
              <li key={file.linkId}>
                <FileLine file={file} plain />
                <Press
                  action={restoreFile}
                  values={{ accountId, linkId: file.linkId }}
                  className="button small quiet"
                  done={t('restored', { name: file.name })}
                >
                  {t('restore')}
                </Press>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function FileLine({ file, plain = false }: { file: LinkedFile; plain?: boolean }) {
  const t = useTranslator(messages)
  const locale = useLocale()
  const calendar = useCalendar()
  const about = [sizeText(file.size, locale), file.by, formatDay(dayOf(new Date(file.at)), locale, 'short', calendar)]
  if (file.kind !== 'account') about.push(t(`kind_${file.kind}`))
  return (
    <>
      <Icon name={iconOf(file.mediaType)} />
      <span className="grow">
        {plain ? (
          file.name
        ) : (
          <a className="underline" href={`/api/files/${file.id}`} download={file.name}>
            {file.name}
          </a>
        )}
        <span className="block text-sm text-muted">{about.join(' · ')}</span>
      </span>
    </>
  )
}

function UploadCard({ accountId }: { accountId: string }) {
  const t = useTranslator(messages)
  const router = useRouter()
  const [chosen, setChosen] = useState<readonly File[]>([])
  const [refused, setRefused] = useState<readonly string[]>([])
  const [done, setDone] = useState<number | null>(null)
  const [round, setRound] = useState(0)
  const busy = useRef(false)

  const upload = async () => {
    if (busy.current || chosen.length === 0) return
    busy.current = true
    const answer = await sendFiles(chosen, { accountId }, setDone)
    busy.current = false
    setDone(null)
    setRefused(answer.refused.map(({ name, sentence }) => `${name}：${sentence ?? t('uploadFailed', { name })}`))
    setRound((before) => before + 1)
    setChosen([])
    if (answer.stored.length > 0) {
      showToast({ text: t('uploaded', { count: answer.stored.length }) })
      router.refresh()
    }
  }
  return (
    <Card title={t('addFiles')}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void upload()
        }}
      >
        <FilesField
          key={round}
          name="file"
          label={t('addFiles')}
          quiet
          multiple
          camera
          maxMegabytes={most}
          hint={t('filesHint', { max: most })}
          onFiles={setChosen}
        />
        <div role="alert" className="alert-space">
          {refused.length > 0 && (
            <div className="notice risk">
              <Icon name="circle-alert" />
              <ul className="grow list-none">
                {refused.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
        <div className="form-foot">
          <button
            type="submit"
            className="button primary"
            aria-disabled={done !== null || chosen.length === 0 || undefined}
          >
            <Icon name="upload" />
            {done === null ? t('upload') : t('uploading', { done: done + 1, total: chosen.length })}
          </button>
        </div>
      </form>
    </Card>
  )
}

const kinds: readonly [RegExp, IconName][] = [
  [/^image\//, 'image'],
  [/spreadsheet|excel|csv/, 'file-spreadsheet'],
  [/pdf|word|text|presentation|powerpoint|rtf/, 'file-text'],
  [/rfc822|outlook/, 'mail'],
]
const iconOf = (mediaType: string): IconName => kinds.find(([pattern]) => pattern.test(mediaType))?.[1] ?? 'file'

function sizeText(bytes: number, locale: string): string {
  const [value, unit] = bytes >= megabyte ? [bytes / megabyte, 'MB'] : [Math.max(1, bytes / 1024), 'KB']
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`
}
