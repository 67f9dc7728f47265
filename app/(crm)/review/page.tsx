import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { decided, mine, waiting } from '@/lib/modules/approvals/list'
import { deskMessages } from '@/lib/modules/approvals/messages-desk'
import { delegations, run, unwritten } from '@/lib/modules/approvals/queries-desk'
import { Delegations } from '@/lib/modules/approvals/views/delegations'
import { RunList, WordList } from '@/lib/modules/approvals/views/desk-lists'
import { DecidedSearch } from '@/lib/modules/approvals/views/desk-search'
import { deskSaid } from '@/lib/modules/approvals/views/said'
import { WaitingDesk } from '@/lib/modules/approvals/views/waiting-desk'
import { overduePromotions } from '@/lib/modules/promotions/queries'
import { OverduePromotions } from '@/lib/modules/promotions/views/overdue'
import { saidFor } from '@/lib/modules/promotions/views/said'
import { PageHeader } from '@/lib/ui/page-header'
import { Tabs } from '@/lib/ui/tabs'

const tabs = ['waiting', 'mine', 'decided', 'words', 'delegations'] as const
type Tab = (typeof tabs)[number]
type Address = Record<string, string | string[] | undefined>

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(deskMessages))('reviewDesk'),
})

export default async function ReviewPage({ searchParams }: PageProps<'/review'>) {
  const [{ tab: wanted, ...address }, t] = [await searchParams, await translator(deskMessages)]
  const tab: Tab = tabs.find((each) => each === wanted) ?? 'waiting'
  return (
    <>
      <PageHeader
        title={t('reviewDesk')}
        meta={
          <>
            {t('deskHint')} <span className="max-lg:hidden">{t('deskKeys')}</span>
          </>
        }
      />
      <Tabs
        label={t('tabs')}
        tabs={tabs.map((each) => ({
          href: each === 'waiting' ? '/review' : `/review?tab=${each}`,
          label: t(`tab_${each}`),
          current: each === tab,
        }))}
      />
      {tab === 'waiting' && <Waiting address={address} />}
      {tab === 'mine' && <RunList page={await read(mine, address)} tab="mine" said={await deskSaid()} />}
      {tab === 'decided' && <Decided address={address} />}
      {tab === 'words' && <WordList rows={await read(unwritten, {})} said={await deskSaid()} />}
      {tab === 'delegations' && (
        <Delegations {...(await read(delegations, {}))} timeZone={(await currentActor()).timeZone} />
      )}
    </>
  )
}

async function Waiting({ address }: { address: Address }) {
  const { run: open, ...rest } = address
  const [said, page, overdue, promotionsSaid, view] = await Promise.all([
    deskSaid(),
    read(waiting, rest),
    read(overduePromotions, { team: true }),
    saidFor(),
    typeof open === 'string' ? read(run, { runId: open }) : null,
  ])
  return (
    <div className="grid gap-5">
      <WaitingDesk page={page} view={view} said={said} />
      <OverduePromotions promotions={overdue} said={promotionsSaid} quiet />
    </div>
  )
}

async function Decided({ address }: { address: Address }) {
  const [said, page] = await Promise.all([deskSaid(), read(decided, address)])
  return (
    <>
      <DecidedSearch query={page.query} said={said} />
      <RunList page={page} tab="decided" said={said} />
    </>
  )
}
