import { cache } from 'react'
import { read } from '@/lib/kernel/read'
import { record } from '@/lib/modules/promotions/queries-record'

/** The promotion of a page, read once for its title and its content. */
export const readPromotion = cache((promotionId: string) => read(record, { promotionId }))
