'use client'
import { later } from '@/lib/ui/later'

/** The preview of a person beside the list; its code comes with the first preview, not with the list. */
export const PeekOfPerson = later(() => import('./person-peek').then((each) => each.PersonPeek))
