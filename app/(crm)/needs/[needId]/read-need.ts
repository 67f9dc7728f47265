import { cache } from 'react'
import { read } from '@/lib/kernel/read'
import { byId } from '@/lib/modules/needs/queries'

/** The need of the page, read once for its title and its content. */
export const readNeed = cache((needId: string) => read(byId, { needId }))
