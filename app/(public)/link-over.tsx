import { identityMessages } from '@/lib/kernel/identity/messages'
import { translator } from '@/lib/kernel/translator'

/** A link that can no longer be used, whatever the reason: it says what to do, and nothing about anybody. */
export async function LinkOver() {
  const t = await translator(identityMessages)
  return (
    <>
      <h1>{t('linkOverTitle')}</h1>
      <p className="notice info">{t('linkOver')}</p>
      <p>
        <a href="/sign-in">{t('back')}</a>
      </p>
    </>
  )
}
