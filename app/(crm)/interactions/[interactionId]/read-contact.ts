import { cache } from 'react'
import { read } from '@/lib/kernel/read'
import { byId } from '@/lib/modules/interactions/queries-timeline'

/** The contact of the page, read once for its title and its content. */
export const readContact = cache((interactionId: string) => read(byId, { interactionId }))
