import { cache } from 'react'
import { read } from '@/lib/kernel/read'
import { byId } from '@/lib/modules/agreements/queries'

/** The agreement of the page, read once for its head and its parts. */
export const readAgreement = cache((agreementId: string) => read(byId, { agreementId }))
