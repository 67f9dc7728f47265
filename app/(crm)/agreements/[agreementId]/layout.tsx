import type { Metadata } from 'next'
import { AgreementHead } from '@/lib/modules/agreements/views/agreement-head'
import { saidFor } from '@/lib/modules/agreements/views/said'
import { readAgreement } from './read-agreement'

type Params = { params: Promise<{ agreementId: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { title } = await readAgreement((await params).agreementId)
  return { title: { default: title, template: `%s · ${title} · Accord 商誼` } }
}

export default async function AgreementLayout({ params, children }: LayoutProps<'/agreements/[agreementId]'>) {
  const [agreement, said] = await Promise.all([readAgreement((await params).agreementId), saidFor()])
  return (
    <>
      <AgreementHead agreement={agreement} said={said} />
      {children}
    </>
  )
}
