import { dayOf } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { accountHeader } from '@/lib/modules/accounts/queries-page'
import { overview } from '@/lib/modules/accounts/queries-record'
import { FactsCard } from '@/lib/modules/accounts/views/facts-card'
import { NotesCard } from '@/lib/modules/accounts/views/notes-card'
import { Sayings, sayingsOf } from '@/lib/modules/accounts/views/overview'
import { saidFor } from '@/lib/modules/accounts/views/said'
import { TwinsCard } from '@/lib/modules/accounts/views/twins-card'
import { may as mayOfAgreements } from '@/lib/modules/agreements/manifest'
import { ofAccount as agreementsOfAccount } from '@/lib/modules/agreements/queries'
import { AccountAgreements } from '@/lib/modules/agreements/views/account-agreements'
import { saidFor as saidForAgreements } from '@/lib/modules/agreements/views/said'
import { slotsOf } from '@/lib/modules/contacts/queries-board'
import { latest } from '@/lib/modules/interactions/queries-timeline'
import { may } from '@/lib/modules/negotiations/manifest'
import { ofAccount } from '@/lib/modules/negotiations/queries'
import { AccountNegotiations } from '@/lib/modules/negotiations/views/account-negotiations'
import { saidFor as saidForTalks } from '@/lib/modules/negotiations/views/said'
import { Card } from '@/lib/ui/card'
import { KeyContacts, LatestContacts } from './neighbours'

const shownContacts = 20

export default async function AccountPage({ params }: PageProps<'/accounts/[accountId]'>) {
  const { accountId } = await params
  const [actor, header, known, board, contacts, said, talks, talkSaid, agreed, agreementSaid] = await Promise.all([
    currentActor(),
    accountHeader(accountId),
    read(overview, { accountId }),
    read(slotsOf, { accountId }),
    read(latest, { accountId, most: shownContacts }),
    saidFor(),
    read(ofAccount, { accountId }),
    saidForTalks(),
    read(agreementsOfAccount, { accountId }),
    saidForAgreements(),
  ])
  const { mayEdit, seesNotes } = known
  const notes = known.notes.map(({ at, ...note }) => ({ ...note, day: dayOf(at) }))
  return (
    <div className="flex flex-col gap-5">
      <TwinsCard accountId={accountId} twins={known.twins} mayEdit={mayEdit} />
      <Card title={said.t('standing')} flush>
        <Sayings sayings={sayingsOf(header, known, board, said)} />
      </Card>
      <KeyContacts accountId={accountId} said={said} board={board} />
      <LatestContacts accountId={accountId} said={said} contacts={contacts} />
      <AccountNegotiations
        accountId={accountId}
        negotiations={talks}
        mayTalk={isGranted(may.talk, actor) && known.account.archivedAt === null}
        said={talkSaid}
      />
      <AccountAgreements
        accountId={accountId}
        agreements={agreed}
        mayDraft={isGranted(mayOfAgreements.draft, actor) && mayEdit && known.account.archivedAt === null}
        said={agreementSaid}
      />
      <FactsCard overview={known} said={said} />
      {seesNotes && <NotesCard accountId={accountId} notes={notes} mayEdit={mayEdit && !known.account.archivedAt} />}
    </div>
  )
}
