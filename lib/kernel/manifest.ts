import type { Permission } from './permission'

/** One module in data: its place in the order, what it proves, who may do what. */
export type Manifest = {
  name: string
  needs: readonly string[]
  indicators: readonly string[]
  /** The input that names this module's record, when it has one: it becomes the id in the REST path. */
  record?: string
  /** The queues that its jobs work on: events that it hears, and its clocks. The owner makes them while migrating. */
  queues?: readonly string[]
  may: Readonly<Record<string, Permission>>
}

export const defineManifest = <const M extends Manifest>(manifest: M) => manifest
