import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { formatMoment } from '@/lib/kernel/day'
import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { clientMessages } from '@/lib/modules/links/messages-client'
import { signaturePurpose } from '@/lib/modules/links/model'
import { readByLink } from '@/lib/modules/links/queries-client'
import { AnswerForm } from '@/lib/modules/links/views/answer-form'
import { Receipt } from '@/lib/modules/links/views/receipt'
import { Icon } from '@/lib/ui/icon'
import { PaperView } from '@/lib/ui/paper'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(clientMessages))('pageTitle'),
  robots: { index: false, follow: false },
})

export default async function ClientPaperPage({ params }: PageProps<'/c/[token]/paper'>) {
  const [opened, t, locale] = [
    await readByLink((await params).token),
    await translator(clientMessages),
    await readerLocale(),
  ]
  if (!opened)
    return (
      <>
        <h1>{t('overTitle')}</h1>
        <p className="notice info">{t('over')}</p>
        <p className="text-muted">{t('overHint')}</p>
      </>
    )
  if ('wait' in opened)
    return (
      <>
        <h1>{t('waitTitle')}</h1>
        <p className="notice warn">{opened.wait.sentence(locale)}</p>
      </>
    )
  const { purpose, paper, questions, contentHash, answer, contact, validUntil } = opened.view
  if (purpose === signaturePurpose) redirect(`/c/${opened.linkId}/sign`)
  return (
    <>
      <p className="no-print">{t('forYou', contact)}</p>
      {answer && <Receipt answer={answer} contentHash={contentHash} locale={locale} />}
      <PaperView paper={paper} level={1} />
      {!answer && (
        <AnswerForm linkId={opened.linkId} contentHash={contentHash} questions={questions} language={paper.language} />
      )}
      <footer className="no-print grid gap-2 text-muted">
        <p>
          <a className="button" href={`/c/${opened.linkId}/pdf`} download>
            <Icon name="download" />
            {t('download')}
          </a>
        </p>
        <p>{t('questionsTo', contact)}</p>
        <p>{t('until', { at: formatMoment(new Date(validUntil), locale) })}</p>
      </footer>
    </>
  )
}
