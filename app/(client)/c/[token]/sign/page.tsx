import type { Metadata } from 'next'
import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { signerMessages } from '@/lib/modules/agreements/messages-signer'
import { readToSign } from '@/lib/modules/agreements/queries-signer'
import { SignerPage } from '@/lib/modules/agreements/views/signer-page'
import { clientMessages } from '@/lib/modules/links/messages-client'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(signerMessages))('pageTitle'),
  robots: { index: false, follow: false },
})

export default async function ClientSignPage({ params }: PageProps<'/c/[token]/sign'>) {
  const [opened, t, locale] = [
    await readToSign((await params).token),
    await translator(clientMessages),
    await readerLocale(),
  ]
  if (!opened || 'wait' in opened)
    return (
      <>
        <h1>{t(opened ? 'waitTitle' : 'overTitle')}</h1>
        <p className="notice info">{opened ? opened.wait.sentence(locale) : t('over')}</p>
        <p className="text-muted">{t('overHint')}</p>
      </>
    )
  return <SignerPage {...opened} locale={locale} />
}
