import type { Metadata } from 'next'
import { parseDay } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { termPages } from '@/lib/modules/terms/messages-pages'
import { asOf } from '@/lib/modules/terms/queries'
import { accountTerms } from '@/lib/modules/terms/queries-pages'
import { AccountTermsView } from '@/lib/modules/terms/views/account-terms'
import { saidFor } from '@/lib/modules/terms/views/said'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(termPages))('terms') })

const uuid = /^[0-9a-f-]{36}$/
const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

export default async function AccountTermsPage({ params, searchParams }: PageProps<'/accounts/[accountId]/terms'>) {
  const [{ accountId }, address, said] = [await params, await searchParams, await saidFor()]
  const [wanted, validOn, knownOn] = [
    textOf(address.version),
    parseDay(textOf(address.validOn)),
    parseDay(textOf(address.knownOn)),
  ]
  const [terms, found] = await Promise.all([
    read(accountTerms, { accountId, ...(uuid.test(wanted) ? { versionId: wanted } : {}) }),
    validOn ? read(asOf, { accountId, validOn, knownOn: knownOn ?? '' }) : null,
  ])
  return <AccountTermsView terms={terms} asOf={found} said={said} />
}
