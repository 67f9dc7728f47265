import type { Metadata } from 'next'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor, readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/negotiations/manifest'
import { lightWords } from '@/lib/modules/negotiations/messages-light'
import { settings } from '@/lib/modules/negotiations/queries-settings'
import { termOptions } from '@/lib/modules/negotiations/views/term-options'
import { ThresholdFacts, ThresholdsForm } from '@/lib/modules/negotiations/views/thresholds-form'
import { Card } from '@/lib/ui/card'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(lightWords))('thresholds') })

export default async function NegotiationSettingsPage() {
  const [t, locale, actor] = [await translator(lightWords), await readerLocale(), await currentActor()]
  const found = await read(settings, {})
  const termTypes = termOptions(locale)
  return (
    <>
      <PageHeader title={t('thresholds')} meta={t('thresholdsHint')} />
      <Card title={t('whenFormal')}>
        {isGranted(may.configure, actor) ? (
          <ThresholdsForm settings={found} termTypes={termTypes} />
        ) : (
          <ThresholdFacts settings={found} termTypes={termTypes} />
        )}
      </Card>
    </>
  )
}
