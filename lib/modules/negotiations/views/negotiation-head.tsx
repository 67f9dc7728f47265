import { Chip } from '@/lib/ui/chip'
import { Icon } from '@/lib/ui/icon'
import { PageHeader } from '@/lib/ui/page-header'
import { daySaid } from '@/lib/ui/reader'
import type { NegotiationView } from '../queries'
import type { Said } from './said'
import { StateMark } from './state-mark'
import { NegotiationTabs } from './tabs'

type NegotiationHeadProps = { negotiation: NegotiationView; said: Said }

/** The head of every page of a negotiation: with whom, how far it is, until when, and its parts. */
export function NegotiationHead({ negotiation, said }: NegotiationHeadProps) {
  const { t, word } = said
  const { id, title, account, path, deadlineOn, alive } = negotiation
  const late = alive && deadlineOn !== null && deadlineOn < negotiation.today
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: word('negotiations'), href: '/negotiations' },
          { label: account.name, href: `/accounts/${account.id}` },
        ]}
        crumbsLabel={t('where')}
        meta={
          <>
            <StateMark state={negotiation.state} word={word} />
            <Chip>{word(`direction_${negotiation.direction}`)}</Chip>
            <Chip>{word(`kind_${negotiation.kind}`)}</Chip>
            {path === 'light' && <Chip>{word('path_light')}</Chip>}
            {deadlineOn && (
              <Chip tone={late ? 'risk' : 'info'} icon="calendar-clock">
                {t(late ? 'overdueSince' : 'until', { day: daySaid(deadlineOn, said) })}
              </Chip>
            )}
          </>
        }
        actions={
          (path === 'light' ? negotiation.talk.mayEdit : negotiation.mayLead && alive) && (
            <a className="button small" href={`/negotiations/${id}/edit`}>
              <Icon name="pencil" />
              {t('edit')}
            </a>
          )
        }
      />
      <NegotiationTabs id={id} title={title} account={account.name} path={path} />
    </>
  )
}
