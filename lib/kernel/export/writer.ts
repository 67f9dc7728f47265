import type { Cell } from './cell'

/** Turns rows into bytes as they come; nothing of earlier rows is kept. */
export type SheetWriter = {
  mediaType: string
  extension: string
  begin: (header: readonly string[]) => Uint8Array
  rows: (cells: readonly (readonly Cell[])[]) => Uint8Array
  end: () => Uint8Array | null
}
