import { notFound } from 'next/navigation'
import { z } from 'zod'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pageMessages } from '@/lib/modules/agreements/messages-pages'
import { amendment } from '@/lib/modules/agreements/queries-amendments'
import { FactsForm } from '@/lib/modules/agreements/views/agreement-forms'
import { readAgreement } from '../read-agreement'

export const generateMetadata = async () => ({ title: (await translator(pageMessages))('editFacts') })

export default async function AgreementFactsPage(props: PageProps<'/agreements/[agreementId]/facts'>) {
  const [{ agreementId }, address] = [await props.params, await props.searchParams]
  const page = `/agreements/${agreementId}`
  const wanted = z.uuid().safeParse(address.version).data
  if (wanted) {
    const { id, version, facts, mayDraft } = await read(amendment, { agreementVersionId: wanted })
    if (!mayDraft) notFound()
    return <FactsForm versionId={id} version={version} facts={facts} back={`${page}/changes`} />
  }
  const { latest, mayDraft } = await readAgreement(agreementId)
  if (!mayDraft) notFound()
  const { id, version, facts } = latest
  return <FactsForm versionId={id} version={version} facts={facts} back={page} />
}
