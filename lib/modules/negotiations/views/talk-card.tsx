import { translatorOf } from '@/lib/kernel/translate'
import { catalogueWords } from '@/lib/modules/terms/messages-catalogue'
import { Card, Facts } from '@/lib/ui/card'
import { daySaid } from '@/lib/ui/reader'
import { lightWords } from '../messages-light'
import type { NegotiationView } from '../queries'
import type { Said } from './said'

/** What was asked, given and got in one talk, and what came of it. */
export function TalkCard({ negotiation, said }: { negotiation: NegotiationView; said: Said }) {
  const t = translatorOf(lightWords, said.locale)
  const type = translatorOf(catalogueWords, said.locale)
  const { talk, path, startedOn } = negotiation
  return (
    <Card title={t('theTalk')}>
      <Facts
        facts={[
          { label: t('asked'), value: talk.asked, wide: true },
          { label: t('gave'), value: talk.gave },
          { label: t('got'), value: talk.got },
          ...(path === 'light' && talk.result
            ? [{ label: said.word('result'), value: said.word(`result_${talk.result}`) }]
            : []),
          { label: t('product'), value: talk.product },
          { label: t('termCode'), value: talk.termCode && type(`type_${talk.termCode}` as 'type_paymentDays') },
          { label: said.word('startedOn'), value: daySaid(startedOn, said) },
          {
            label: t('theContact'),
            value: talk.interactionId && (
              <a className="link" href={`/interactions/${talk.interactionId}`}>
                {t('seeContact')}
              </a>
            ),
          },
        ]}
      />
    </Card>
  )
}
