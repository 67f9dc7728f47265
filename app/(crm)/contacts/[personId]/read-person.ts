import { cache } from 'react'
import { read } from '@/lib/kernel/read'
import { byId } from '@/lib/modules/contacts/queries'

/** The person of the page, read once for its title and its content. */
export const readPerson = cache((personId: string) => read(byId, { personId }))
