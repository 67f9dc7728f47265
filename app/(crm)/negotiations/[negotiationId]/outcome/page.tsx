import type { Metadata } from 'next'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/agreements/manifest'
import { pageMessages } from '@/lib/modules/agreements/messages-pages'
import { runOfSubject } from '@/lib/modules/approvals/queries-desk'
import { ApprovalCard } from '@/lib/modules/approvals/views/approval-card'
import { deskSaid } from '@/lib/modules/approvals/views/said'
import { outcomeMessages } from '@/lib/modules/negotiations/messages-outcome'
import { outcome } from '@/lib/modules/negotiations/queries-outcome'
import { OutcomePage } from '@/lib/modules/negotiations/views/outcome-page'
import { saidFor } from '@/lib/modules/negotiations/views/said'
import { readNegotiation } from '../read-negotiation'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await translator(outcomeMessages))('outcome'),
})

export default async function NegotiationOutcomePage({ params }: PageProps<'/negotiations/[negotiationId]/outcome'>) {
  const { negotiationId } = await params
  const [negotiation, view, said] = await Promise.all([
    readNegotiation(negotiationId),
    read(outcome, { negotiationId }),
    saidFor(),
  ])
  const approval = view.run && <Approval negotiationId={negotiationId} />
  return (
    <div className="grid gap-5">
      <OutcomePage negotiation={negotiation} view={view} said={said} approval={approval} />
      {view.points.length > 0 && !view.ended && <Draft negotiation={negotiation} />}
    </div>
  )
}

/** The way from what was agreed to the paper that writes it down. */
async function Draft({ negotiation }: { negotiation: Awaited<ReturnType<typeof readNegotiation>> }) {
  if (!isGranted(may.draft, await currentActor())) return null
  const t = await translator(pageMessages)
  return (
    <a
      className="button justify-self-start"
      href={`/agreements/new?account=${negotiation.account.id}&negotiation=${negotiation.id}`}
    >
      {t('openNew')}
    </a>
  )
}

/** Who consents, for those who ask and those who are asked; to everybody else the run does not exist. */
async function Approval({ negotiationId }: { negotiationId: string }) {
  const [said, run] = await Promise.all([
    deskSaid(),
    read(runOfSubject, { subjectKind: 'negotiationPackage', subjectId: negotiationId }),
  ])
  return run && <ApprovalCard view={run} said={said} />
}
