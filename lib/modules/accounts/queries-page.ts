import { cache } from 'react'
import { read } from '@/lib/kernel/read'
import { header } from './queries'

/** The head of an account, asked once in a request however many parts of the page need it. */
export const accountHeader = cache((accountId: string) => read(header, { accountId }))
