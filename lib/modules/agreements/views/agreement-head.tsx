import { Chip } from '@/lib/ui/chip'
import { PageHeader } from '@/lib/ui/page-header'
import type { AgreementView } from '../queries'
import type { Said } from './said'
import { StateMark } from './state-mark'
import { AgreementTabs } from './tabs'

/** The head of every page of an agreement: with whom, which number, how far it is, and its parts. */
export function AgreementHead({ agreement, said }: { agreement: AgreementView; said: Said }) {
  const { t, word } = said
  const { id, code, title, account } = agreement
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: word('agreements'), href: '/agreements' },
          { label: account.name, href: `/accounts/${account.id}` },
        ]}
        crumbsLabel={t('where')}
        meta={
          <>
            <StateMark state={agreement.state} word={word} />
            <Chip>{code}</Chip>
            <Chip>{word(`kind_${agreement.kind}`)}</Chip>
            <Chip>{word(`direction_${agreement.direction}`)}</Chip>
            {agreement.paper === 'theirs' && <Chip>{word('paper_theirs')}</Chip>}
            {agreement.confidential && (
              <Chip tone="warn" icon="lock">
                {word('confidential')}
              </Chip>
            )}
          </>
        }
      />
      <AgreementTabs id={id} title={title} account={account.name} />
    </>
  )
}
