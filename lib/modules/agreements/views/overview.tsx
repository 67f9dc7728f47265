import { formatMoney } from '@/lib/kernel/money'
import { Card, Facts } from '@/lib/ui/card'
import { Icon } from '@/lib/ui/icon'
import { daySaid } from '@/lib/ui/reader'
import type { AgreementView } from '../queries'
import type { Said } from './said'
import { TermBar } from './term-bar'

type PartProps = { agreement: AgreementView; said: Said }

/** What an agreement says beside its text: how long it still runs, who the parties are, what it is about. */
export function Overview({ agreement, said }: PartProps) {
  const { t, word } = said
  const { latest, backup } = agreement
  return (
    <div className="grid gap-5">
      <Card title={t('term')} action={<EditLink agreement={agreement} part="facts" said={said} />}>
        <div className="grid gap-4">
          <TermBar agreement={agreement} said={said} />
          <Term agreement={agreement} said={said} />
        </div>
      </Card>
      <Card title={t('parties')}>
        <div className="grid gap-5 sm:grid-cols-2">
          <Party side="our" agreement={agreement} said={said} />
          <Party side="their" agreement={agreement} said={said} />
        </div>
      </Card>
      <Card title={t('about')} action={<EditLink agreement={agreement} part="edit" said={said} />}>
        <Facts
          facts={[
            { label: word('owner'), value: agreement.owner.name },
            { label: word('backup'), value: backup?.name },
            { label: word('scopeName'), value: agreement.scopeName },
            { label: word('paper'), value: word(`paper_${agreement.paper}`) },
            { label: word('language'), value: word(agreement.language === 'en' ? 'language_en' : 'language_zh') },
            { label: t('contentHash'), value: <code>{latest.contentHash.slice(0, 16)}</code> },
          ]}
        />
      </Card>
    </div>
  )
}

function EditLink({ agreement, part, said: { t } }: PartProps & { part: 'edit' | 'facts' }) {
  if (!agreement.mayDraft) return null
  const label = t(part === 'edit' ? 'editOutline' : 'editFacts')
  return (
    <a className="button small" href={`/agreements/${agreement.id}/${part}`} aria-label={`${t('edit')} ${label}`}>
      <Icon name="pencil" />
      {t('edit')}
    </a>
  )
}

function Term({ agreement, said }: PartProps) {
  const { t, word } = said
  const { facts } = agreement.latest
  const { noticeCount, renewalMonths } = facts
  const renewal = word(`renewal_${facts.renewal}`)
  return (
    <Facts
      facts={[
        { label: word('startsOn'), value: daySaid(facts.startsOn, said) },
        { label: word('endsOn'), value: agreement.endsOn ? daySaid(agreement.endsOn, said) : t('openEnded') },
        { label: word('renewal'), value: renewalMonths ? `${renewal} (${renewalMonths})` : renewal },
        { label: word('noticeOn'), value: agreement.noticeOn ? daySaid(agreement.noticeOn, said) : t('noNotice') },
        {
          label: word('noticeCount'),
          value: noticeCount === null ? t('noNotice') : `${noticeCount} ${word(`noticeUnit_${facts.noticeUnit}`)}`,
        },
        {
          label: word('yearlyValue'),
          value: facts.yearlyValue && formatMoney({ amount: facts.yearlyValue, currency: facts.currency }),
        },
        { label: word('valueBasis'), value: facts.valueBasis },
        { label: word('governingLaw'), value: facts.governingLaw },
        { label: word('venue'), value: facts.venue },
      ]}
    />
  )
}

function Party({ side, agreement, said }: PartProps & { side: 'our' | 'their' }) {
  const { t, word } = said
  const { facts } = agreement.latest
  return (
    <section className="grid gap-2">
      <h3>{t(side === 'our' ? 'us' : 'them')}</h3>
      <Facts
        facts={(['Name', 'BusinessNumber', 'Representative', 'Address'] as const).map((part) => ({
          label: word(`${side}${part}`),
          value: facts[`${side}${part}`],
        }))}
      />
    </section>
  )
}
