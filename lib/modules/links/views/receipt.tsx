import { formatMoment } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { translator } from '@/lib/kernel/translator'
import { Card, Facts } from '@/lib/ui/card'
import { clientMessages } from '../messages-client'
import type { ClientView } from '../model'

type ReceiptProps = { answer: NonNullable<ClientView['answer']>; contentHash: string; locale: Locale }

/** What was answered, by whom, when, and to which content: for the client to keep. */
export async function Receipt({ answer: { outcome, person, at, comment }, contentHash, locale }: ReceiptProps) {
  const t = await translator(clientMessages)
  return (
    <Card>
      <p className={outcome === 'confirmed' ? 'notice ok' : 'notice info'} role="status">
        {t(`answered_${outcome}`)}
      </p>
      <Facts
        facts={[
          { label: t('who'), value: person },
          { label: t('when'), value: formatMoment(new Date(at), locale) },
          { label: t('code'), value: <code className="break-all">{contentHash.slice(0, 16)}</code> },
          ...(comment ? [{ label: t('said'), value: comment, wide: true }] : []),
        ]}
      />
    </Card>
  )
}
