import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { messages } from '@/lib/modules/contacts/messages'
import { slotsOf } from '@/lib/modules/contacts/queries-board'
import { peopleOf } from '@/lib/modules/contacts/queries-people'
import { AccountPeople, PeopleWhoLeft } from '@/lib/modules/contacts/views/account-people'
import { AddHere } from '@/lib/modules/contacts/views/add-here'
import { SlotBoard } from '@/lib/modules/contacts/views/slot-board'
import { lastWithPeople } from '@/lib/modules/interactions/queries-people'
import { contactsOnRecord } from './on-record'

export const generateMetadata = async () => ({ title: (await translator(messages))('people') })

export default async function AccountPeoplePage({ params }: PageProps<'/accounts/[accountId]/people'>) {
  const { accountId } = await params
  const [actor, board, people, evidence, lastContacts] = await Promise.all([
    currentActor(),
    read(slotsOf, { accountId }),
    read(peopleOf, { accountId }),
    contactsOnRecord(accountId),
    read(lastWithPeople, { accountId }),
  ])
  return (
    <div className="grid gap-4">
      <SlotBoard board={board} people={people.here} evidence={evidence} />
      {board.mayClaim && <AddHere accountId={accountId} draft={`contacts.addHere.${actor.id}.${accountId}`} />}
      <AccountPeople accountId={accountId} people={people} board={board} lastContacts={lastContacts} />
      <PeopleWhoLeft left={people.left} />
    </div>
  )
}
