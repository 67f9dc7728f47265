import { z } from 'zod'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { signingPages } from '@/lib/modules/agreements/messages-signing-pages'
import { signing } from '@/lib/modules/agreements/queries-signing'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { SigningPage } from '@/lib/modules/agreements/views/signing-page'
import { memberNames } from '@/lib/modules/workspace/queries'
import { readAgreement } from '../read-agreement'

export const generateMetadata = async () => ({ title: (await translator(signingPages))('signing') })

const idIn = (value: unknown) => z.uuid().safeParse(value).data

export default async function AgreementSigningPage(props: PageProps<'/agreements/[agreementId]/signing'>) {
  const [{ agreementId }, { signed, declined }] = [await props.params, await props.searchParams]
  const [agreement, found, members, said] = await Promise.all([
    readAgreement(agreementId),
    read(signing, { agreementId }),
    read(memberNames, {}),
    saidFor(),
  ])
  const signatoryId = idIn(signed) ?? idIn(declined)
  const filing = signatoryId ? { signatoryId, declined: idIn(signed) === undefined } : null
  return <SigningPage agreement={agreement} signing={found} members={members} filing={filing} said={said} />
}
