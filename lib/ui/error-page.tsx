'use client'
import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark'
import { useTranslator } from './locale'
import { uiMessages } from './messages'

/** Whether the page stands inside the shell, which has the brand and the main part already. */
type Place = { inShell?: boolean }
type ErrorPageProps = Place & { title: string; text: string; reference?: string | undefined; children?: ReactNode }

/** Says what happened, by which reference it can be found, and what to do next. */
export function ErrorPage({ title, text, reference, inShell = false, children }: ErrorPageProps) {
  const t = useTranslator(uiMessages)
  const content = (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      {reference && (
        <p className="reference">
          {t('errorReference')} <code>{reference}</code>
        </p>
      )}
      <div className="empty-ways">{children}</div>
    </>
  )
  if (inShell) return <div className="error-page">{content}</div>
  return (
    <main className="error-page" id="content">
      <BrandMark />
      {content}
    </main>
  )
}

type BrokenProps = Place & { error: unknown; retry: () => void }

/** A page that could not be drawn: a reference, another try, and the way home. */
export function Broken({ error, retry, inShell = false }: BrokenProps) {
  const t = useTranslator(uiMessages)
  const reference = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined
  return (
    <ErrorPage title={t('errorTitle')} text={t('errorText')} reference={reference} inShell={inShell}>
      <button type="button" className="button primary" onClick={() => retry()}>
        {t('errorRetry')}
      </button>
      <a className="button" href="/" data-hard="">
        {t('errorHome')}
      </a>
    </ErrorPage>
  )
}

/** An address that leads nowhere, or to something the reader may not see. */
export function Missing({ inShell = false }: Place) {
  const t = useTranslator(uiMessages)
  return (
    <ErrorPage title={t('missingTitle')} text={t('missingText')} inShell={inShell}>
      {inShell && <title>{t('missingTitle')}</title>}
      <a className="button primary" href="/">
        {t('errorHome')}
      </a>
    </ErrorPage>
  )
}
