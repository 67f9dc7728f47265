'use client'
import { Icon } from '../icon'
import { runKey } from '../keys'
import { useTranslator } from '../locale'
import { shellMessages } from './messages'

/** Opens the quick log where one is on the page (whoever registered the key L), else leads to the page for it. */
export function LogButton({ href, className }: { href: string; className: string }) {
  const t = useTranslator(shellMessages)
  return (
    <a
      className={className}
      href={href}
      title={`${t('keyLog')} (L)`}
      onClick={(event) => {
        if (runKey('l')) event.preventDefault()
      }}
    >
      <Icon name="plus" />
      <span>{t('log')}</span>
      <kbd>L</kbd>
    </a>
  )
}
