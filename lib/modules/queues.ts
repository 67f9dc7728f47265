import { modules } from '.'

/** Every queue of the product, for the migration that makes them. */
export const queueNames: readonly string[] = [...new Set(modules.flatMap(({ queues = [] }) => queues))]
