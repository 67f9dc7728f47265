import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { PageHeader } from '@/lib/ui/page-header'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { RememberRecord } from '@/lib/ui/recent'
import { Tabs } from '@/lib/ui/tabs'
import { archiveNeed, reopenNeed, restoreNeed } from '../actions'
import type { NeedView } from '../queries'
import { SingleSourceMark, StateMark } from './marks'
import type { Said } from './said'

type NeedHeadProps = { need: NeedView; current: 'overview' | 'history'; said: Said }

/** The head of every page of a need: how far it is, whose it is, and what can be done. */
export function NeedHead({ need, current, said }: NeedHeadProps) {
  const { t, word } = said
  const href = `/needs/${need.id}`
  const closed = need.state === 'met' || need.state === 'dropped'
  return (
    <>
      <RememberRecord href={href} title={need.title} subtitle={need.account.name} />
      <PageHeader
        title={need.title}
        crumbs={[
          { label: word('needs'), href: '/needs' },
          { label: need.account.name, href: `/accounts/${need.account.id}/needs` },
        ]}
        crumbsLabel={t('where')}
        meta={
          <>
            <StateMark state={need.state} word={word} />
            {!need.triangulated && <SingleSourceMark word={word} />}
            <Chip>{word(`kind_${need.kind}`)}</Chip>
            <Chip tone={need.holder === 'endConsumer' ? 'info' : 'plain'}>{word(`holder_${need.holder}`)}</Chip>
            {need.confidential && (
              <Chip tone="warn" icon="shield-check">
                {word('confidential')}
              </Chip>
            )}
            {need.competitionSensitive && (
              <Chip tone="risk" icon="triangle-alert">
                {t('competitionSensitive')}
              </Chip>
            )}
            {need.answerDueOn && (
              <Chip tone={need.answerDueOn < need.today ? 'risk' : 'info'} icon="calendar-clock">
                {t('answerBy', { day: daySaid(need.answerDueOn, said) })}
              </Chip>
            )}
          </>
        }
        actions={
          <>
            {need.mayChange && !closed && (
              <a className="button small" href={`${href}/edit`}>
                <Icon name="pencil" />
                {t('edit')}
              </a>
            )}
            {need.mayChange && closed && (
              <Press action={reopenNeed} values={{ needId: need.id }}>
                {t('reopen')}
              </Press>
            )}
            {need.mayChange && !closed && (
              <Press action={archiveNeed} values={{ needId: need.id }} done={t('archivedNow')} undo={restoreNeed}>
                {t('archive')}
              </Press>
            )}
          </>
        }
      />
      <Tabs
        label={need.title}
        tabs={[
          { href, label: t('overview'), current: current === 'overview' },
          { href: `${href}/history`, label: t('history'), current: current === 'history' },
        ]}
      />
    </>
  )
}
