import { and, asc, count, desc, eq, inArray, isNull, max, min, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { consumerVoices, needs } from '@/db/schema/needs'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { needRef } from './model'
import { findNeed } from './queries-held'

/** Voices that nobody can place yet are seen by all; those of a retailer by whoever sees that account. */
const seenVoices = (actor: Look['actor']) => {
  const visible = visibleAccounts(accounts, actor)
  return visible && or(isNull(consumerVoices.accountId), visible)
}

/** These voices, locked, as far as the actor may see them. */
export const findVoices = ({ tx, actor }: Look, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .select({
          id: consumerVoices.id,
          accountId: consumerVoices.accountId,
          saidOn: consumerVoices.saidOn,
          route: consumerVoices.route,
          retailer: consumerVoices.retailer,
          words: consumerVoices.words,
          needId: consumerVoices.needId,
        })
        .from(consumerVoices)
        .leftJoin(accounts, joined(accounts, actor, consumerVoices.accountId))
        .where(
          and(
            own(consumerVoices, actor),
            inArray(consumerVoices.id, [...ids]),
            live(consumerVoices),
            seenVoices(actor),
          ),
        )
        .orderBy(asc(consumerVoices.id))
        .for('update', { of: consumerVoices })

/** Voices of these days, to know again what a file brings. */
export const findKnownVoices = ({ tx, actor }: Look, days: readonly string[]) =>
  days.length === 0
    ? Promise.resolve([])
    : tx
        .select({
          id: consumerVoices.id,
          saidOn: consumerVoices.saidOn,
          product: consumerVoices.product,
          retailer: consumerVoices.retailer,
          words: consumerVoices.words,
        })
        .from(consumerVoices)
        .leftJoin(accounts, joined(accounts, actor, consumerVoices.accountId))
        .where(
          and(
            own(consumerVoices, actor),
            inArray(consumerVoices.saidOn, [...days]),
            live(consumerVoices),
            seenVoices(actor),
          ),
        )

const mostGroups = 50

/** Voices that are part of no need yet, counted by product, the loudest first. */
export const loudest = query({
  name: 'needs.loudest',
  permission: may.see,
  input: z.strictObject({}),
  run: ({ tx, actor }) =>
    tx
      .select({
        product: consumerVoices.product,
        voices: count(),
        first: sql<string>`${min(consumerVoices.saidOn)}`,
        last: sql<string>`${max(consumerVoices.saidOn)}`,
      })
      .from(consumerVoices)
      .leftJoin(accounts, joined(accounts, actor, consumerVoices.accountId))
      .where(and(own(consumerVoices, actor), live(consumerVoices), isNull(consumerVoices.needId), seenVoices(actor)))
      .groupBy(consumerVoices.product)
      .orderBy(desc(count()), asc(consumerVoices.product))
      .limit(mostGroups),
})

const mostShown = 200

/** The voices of one product that are part of no need, to be grouped. */
export const ungroupedOf = query({
  name: 'needs.ungroupedOf',
  permission: may.see,
  input: z.strictObject({ product: z.string().max(200) }),
  async run({ tx, actor }, { product }) {
    return tx
      .select({
        id: consumerVoices.id,
        saidOn: consumerVoices.saidOn,
        route: consumerVoices.route,
        retailer: consumerVoices.retailer,
        words: consumerVoices.words,
        accountId: consumerVoices.accountId,
        account: accounts.name,
      })
      .from(consumerVoices)
      .leftJoin(accounts, joined(accounts, actor, consumerVoices.accountId))
      .where(
        and(
          own(consumerVoices, actor),
          live(consumerVoices),
          isNull(consumerVoices.needId),
          eq(consumerVoices.product, product),
          seenVoices(actor),
        ),
      )
      .orderBy(desc(consumerVoices.saidOn), desc(consumerVoices.id))
      .limit(mostShown)
  },
})

/** The voices that a need of end consumers is made of. */
export const voicesOf = query({
  name: 'needs.voicesOf',
  permission: may.see,
  input: needRef,
  async run(look, { needId }) {
    await findNeed(look, needId)
    const { tx, actor } = look
    const rows = await tx
      .select({
        id: consumerVoices.id,
        saidOn: consumerVoices.saidOn,
        route: consumerVoices.route,
        product: consumerVoices.product,
        retailer: consumerVoices.retailer,
        words: consumerVoices.words,
      })
      .from(consumerVoices)
      .innerJoin(needs, joined(needs, actor, consumerVoices.needId))
      .where(and(own(consumerVoices, actor), eq(consumerVoices.needId, needId), live(consumerVoices)))
      .orderBy(desc(consumerVoices.saidOn), desc(consumerVoices.id))
      .limit(mostShown)
    return rows
  },
})
