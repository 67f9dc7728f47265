import { cache } from 'react'
import { read } from '@/lib/kernel/read'
import { byId } from '@/lib/modules/negotiations/queries'

/** The negotiation of the page, read once for its head and its parts. */
export const readNegotiation = cache((negotiationId: string) => read(byId, { negotiationId }))
