import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { may } from '@/lib/modules/needs/manifest'
import { advocaciesOf } from '@/lib/modules/needs/queries-advocacy'
import { ownMethods } from '@/lib/modules/needs/queries-methods'
import { voicesOf } from '@/lib/modules/needs/queries-voices'
import { NeedPage } from '@/lib/modules/needs/views/need-page'
import { saidFor } from '@/lib/modules/needs/views/said'
import { termsOfNeed } from '@/lib/modules/terms/queries-needs'
import { NeedTerms } from '@/lib/modules/terms/views/need-terms'
import { saidFor as saidForTerms } from '@/lib/modules/terms/views/said'
import { memberNames } from '@/lib/modules/workspace/queries'
import { contactsOnRecord } from '../../accounts/[accountId]/people/on-record'
import { readNeed } from './read-need'

export async function generateMetadata({ params }: PageProps<'/needs/[needId]'>) {
  return { title: (await readNeed((await params).needId)).title }
}

export default async function OneNeedPage({ params }: PageProps<'/needs/[needId]'>) {
  const { needId } = await params
  const need = await readNeed(needId)
  const [actor, said, advocacies, voices, members, own, contacts, terms, termsSaid] = await Promise.all([
    currentActor(),
    saidFor(),
    read(advocaciesOf, { needId }),
    read(voicesOf, { needId }),
    read(memberNames, {}),
    read(ownMethods, {}),
    contactsOnRecord(need.account.id),
    read(termsOfNeed, { needId }),
    saidForTerms(),
  ])
  return (
    <NeedPage
      need={need}
      advocacies={advocacies}
      voices={voices}
      members={members}
      own={own}
      contacts={contacts.map(({ id, label }) => ({ value: id, label }))}
      mayVerify={isGranted(may.verify, actor)}
      resting={<NeedTerms terms={terms} said={termsSaid} />}
      said={said}
    />
  )
}
