import 'server-only'
import PgBoss from 'pg-boss'
import type { ScopedTx } from './transaction'

type Raw = { unsafe: (text: string, values: unknown[]) => Promise<unknown[]> }

/** Sends only; it never opens a connection of its own, because every event travels in its command's transaction. */
let sender: PgBoss | undefined
const sendingBoss = () => {
  sender ??= new PgBoss({ db: { executeSql: () => Promise.reject(new Error('events are sent inside a transaction')) } })
  return sender
}

/** A job that fails is tried again after 5, 10, 20 … seconds, for five minutes: a mail server or a disk may come back. */
const patience = { retryLimit: 6, retryDelay: 5, retryBackoff: true }

/** Queues an event in this transaction: rolled back with it, delivered after it. Each event is a queue of its name. */
export async function sendEvent(tx: ScopedTx, event: string, payload: Readonly<Record<string, unknown>>) {
  const { client } = (tx as unknown as { session: { client: Raw } }).session
  const executeSql = async (text: string, values: unknown[]) => ({
    rows: await client.unsafe(text, values.map(sendable)),
  })
  await sendingBoss().send(event, payload, { db: { executeSql }, ...patience })
}

/** The connection sends JSON as text and knows no other objects. */
const sendable = (value: unknown) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null)
