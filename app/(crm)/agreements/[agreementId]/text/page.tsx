import { z } from 'zod'
import { translator } from '@/lib/kernel/translator'
import { pageMessages } from '@/lib/modules/agreements/messages-pages'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { TextPage } from '@/lib/modules/agreements/views/text-page'
import { readAgreement } from '../read-agreement'

export const generateMetadata = async () => ({ title: (await translator(pageMessages))('text') })

export default async function AgreementTextPage(props: PageProps<'/agreements/[agreementId]/text'>) {
  const [{ agreementId }, { clause }] = [await props.params, await props.searchParams]
  const [agreement, said] = await Promise.all([readAgreement(agreementId), saidFor()])
  return <TextPage agreement={agreement} editing={z.uuid().safeParse(clause).data ?? null} said={said} />
}
