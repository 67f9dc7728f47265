'use client'
import { Suspense } from 'react'
import { Icon } from '@/lib/ui/icon'
import { later } from '@/lib/ui/later'
import { useTranslator } from '@/lib/ui/locale'
import { showToast } from '@/lib/ui/toasts'
import { messages } from '../messages'

const QrCode = later(() => import('@/lib/ui/qr-code').then((each) => each.QrCode))

type IssuedProps = { address: string | undefined; title: string; person: string | null; mailedTo: string | null }

/** A new link, shown this once: to copy, to scan, or as the text of a message. */
export function Issued({ address, title, person, mailedTo }: IssuedProps) {
  const t = useTranslator(messages)
  if (!address)
    return (
      <p className="notice warn" role="status">
        {t('toldBefore')}
      </p>
    )
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    showToast({ text: t('copied') })
  }
  const message = person ? t('lineText', { person, title, address }) : t('lineTextNoPerson', { title, address })
  return (
    <div className="notice ok" role="status">
      <div className="grow grid gap-3">
        <p>{t('told')}</p>
        <code className="block select-all break-all">{address}</code>
        <p className="flex flex-wrap gap-2">
          <button type="button" className="button small" onClick={() => void copy(address)}>
            <Icon name="copy" />
            {t('copy')}
          </button>
          <button type="button" className="button small" onClick={() => void copy(message)}>
            <Icon name="message-circle" />
            {t('copyLine')}
          </button>
        </p>
        {mailedTo && <p>{t('mailed', { address: mailedTo })}</p>}
        <Suspense>
          <QrCode text={address} label={t('qr')} />
        </Suspense>
      </div>
    </div>
  )
}
