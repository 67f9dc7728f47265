import { notFound } from 'next/navigation'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pageMessages } from '@/lib/modules/agreements/messages-pages'
import { OutlineForm } from '@/lib/modules/agreements/views/agreement-forms'
import { memberNames } from '@/lib/modules/workspace/queries'
import { readAgreement } from '../read-agreement'

export const generateMetadata = async () => ({ title: (await translator(pageMessages))('editOutline') })

export default async function EditAgreementPage({ params }: PageProps<'/agreements/[agreementId]/edit'>) {
  const agreement = await readAgreement((await params).agreementId)
  if (!agreement.mayDraft) notFound()
  const members = (await read(memberNames, {})).filter(({ id }) => id !== agreement.owner.id)
  return <OutlineForm agreement={agreement} members={members} />
}
