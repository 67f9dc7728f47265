import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { termPages } from '@/lib/modules/terms/messages-pages'
import { outline } from '@/lib/modules/terms/queries-outline'
import { PaperView } from '@/lib/ui/paper'

type Props = PageProps<'/accounts/[accountId]/terms/[versionId]/outline'>

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(termPages))('outline') })

export default async function OutlinePage({ params, searchParams }: Props) {
  const [{ accountId, versionId }, address, t] = [await params, await searchParams, await translator(termPages)]
  const language = address.language === 'en' ? 'en' : 'zh-TW'
  const { paper } = await read(outline, { versionId, language })
  const here = `/accounts/${accountId}/terms/${versionId}`
  return (
    <div className="flex flex-col gap-4">
      <nav className="no-print flex flex-wrap gap-2" aria-label={t('outline')}>
        <a className="button small" href={here}>
          {t('details')}
        </a>
        <a className="button small" href={`${here}/outline?language=${language === 'en' ? 'zh-TW' : 'en'}`}>
          {language === 'en' ? t('zh') : t('en')}
        </a>
        <a className="button primary" href={`/api/outlines/${versionId}?language=${language}`} download>
          {t('pdf')}
        </a>
      </nav>
      <PaperView paper={paper} />
    </div>
  )
}
