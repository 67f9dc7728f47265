import { z } from 'zod'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { batchRef, movingStatuses } from './model'
import type { Setting } from './model-plan'
import { bytesOf } from './queries-content'
import { findBatch, findEarlierMapping, findStalled } from './queries-held'
import { findKnown, findSetting } from './queries-known'
import type { MemberDirectory } from './rules-members-index'
import type { ReadRow } from './rules-rows'
import type { World } from './rules-world'

/** The batch as the job needs it. */
export const atWork = query({
  name: 'imports.atWork',
  permission: may.see,
  input: batchRef,
  run: (look, { batchId }) => findBatch(look, batchId),
})

/** Batches in motion of which nothing was heard since a moment. */
export const stalled = query({
  name: 'imports.stalled',
  permission: may.see,
  input: z.strictObject({ since: z.iso.datetime() }),
  run: async (look, { since }) => (await findStalled(look, movingStatuses, new Date(since))).map(({ id }) => id),
})

/** The file of a batch. */
export const contentOf = query({
  name: 'imports.contentOf',
  permission: may.see,
  input: batchRef,
  run: async (look, { batchId }) => bytesOf(look, (await findBatch(look, batchId)).fileId),
})

export const earlierMapping = query({
  name: 'imports.earlierMapping',
  permission: may.see,
  input: z.strictObject({ signature: z.string() }),
  run: (look, { signature }) => findEarlierMapping(look, signature),
})

/** What a plan depends on besides rows and records. */
export const settingNow = query({
  name: 'imports.settingNow',
  permission: may.see,
  input: batchRef,
  async run(look, { batchId }) {
    const { source, mapping } = await findBatch(look, batchId)
    return findSetting(look, source, mapping)
  },
})

/** Adds to the world what is on record that these rows may mean. */
export const known = (world: World, setting: Setting, members: MemberDirectory, rows: readonly ReadRow[]) =>
  query({
    name: 'imports.known',
    permission: may.see,
    input: z.strictObject({}),
    run: (look) => findKnown(look, world, setting, members, rows),
  })
