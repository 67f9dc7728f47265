import { z } from 'zod'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { signingPages } from '@/lib/modules/agreements/messages-signing-pages'
import { sealStepOf } from '@/lib/modules/agreements/model-seals'
import { signing } from '@/lib/modules/agreements/queries-signing'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { SigningPage } from '@/lib/modules/agreements/views/signing-page'
import { memberNames } from '@/lib/modules/workspace/queries'
import { readAgreement } from '../read-agreement'

export const generateMetadata = async () => ({ title: (await translator(signingPages))('signing') })

const filed = (step: 'signed' | 'declined' | 'link', value: unknown) => {
  const signatoryId = z.uuid().safeParse(value).data
  return signatoryId ? { signatoryId, step } : null
}

export default async function AgreementSigningPage(props: PageProps<'/agreements/[agreementId]/signing'>) {
  const [{ agreementId }, { signed, declined, link, provisional, seal, step }] = [
    await props.params,
    await props.searchParams,
  ]
  const [agreement, found, members, said] = await Promise.all([
    readAgreement(agreementId),
    read(signing, { agreementId }),
    read(memberNames, {}),
    saidFor(),
  ])
  const filing = filed('signed', signed) ?? filed('declined', declined) ?? filed('link', link)
  const amending = provisional === 'edit'
  const page = { agreement, signing: found, members, filing, sealing: sealStepOf(seal, step), amending, said }
  return <SigningPage {...page} />
}
