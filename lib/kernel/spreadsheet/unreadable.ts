/** Why a file cannot be read as a table; whoever asked says it in words of their own. */
export type UnreadableCode =
  | 'encodingUnknown'
  | 'quoteNotClosed'
  | 'archiveBroken'
  | 'archiveTooLarge'
  | 'sheetBroken'
  | 'sheetUnknown'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'nothingInIt'

export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  constructor(
    readonly code: UnreadableCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code)
  }
}
