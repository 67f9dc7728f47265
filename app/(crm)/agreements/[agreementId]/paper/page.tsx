import { notFound } from 'next/navigation'
import { z } from 'zod'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { draftingMessages } from '@/lib/modules/agreements/messages-drafting'
import { text, theirPaper } from '@/lib/modules/agreements/queries-text'
import { TheirPaperPage } from '@/lib/modules/agreements/views/their-paper-page'

export const generateMetadata = async () => ({ title: (await translator(draftingMessages))('theirPaper') })

export default async function AgreementPaperPage(props: PageProps<'/agreements/[agreementId]/paper'>) {
  const [{ agreementId }, { version }] = [await props.params, await props.searchParams]
  const { versionId } = await read(text, { agreementId, agreementVersionId: z.uuid().safeParse(version).data ?? null })
  const view = await read(theirPaper, { agreementVersionId: versionId })
  if (!view.mayDraft) notFound()
  return <TheirPaperPage view={view} />
}
