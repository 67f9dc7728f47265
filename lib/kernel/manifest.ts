import type { Permission } from './permission'

/** One module in data: its place in the order, what it proves, who may do what. */
export type Manifest = {
  name: string
  needs: readonly string[]
  indicators: readonly string[]
  /** The input that names this module's record, when it has one: it becomes the id in the REST path. */
  record?: string
  may: Readonly<Record<string, Permission>>
}

export const defineManifest = <const M extends Manifest>(manifest: M) => manifest
