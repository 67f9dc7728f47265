import 'server-only'
import type { SQL } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { inPlatformTransaction } from '../transaction'

/** The rows that a function of schema auth answers, outside any workspace. */
export const answersOf = <Row extends object>(question: SQL): Promise<Row[]> =>
  inPlatformTransaction((tx) => rowsOf<Row>(tx, question))

/** The only row, or undefined when the function answers none. */
export const answerOf = async <Row extends object>(question: SQL): Promise<Row | undefined> =>
  (await answersOf<Row>(question))[0]

/** The same inside a transaction that is open already. */
export const rowsOf = async <Row extends object>(tx: Pick<Tx, 'execute'>, question: SQL): Promise<Row[]> =>
  (await tx.execute(question)) as unknown as Row[]
