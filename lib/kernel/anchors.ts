import 'server-only'
import { appendFile, readFile } from 'node:fs/promises'
import { z } from 'zod'

const anchorShape = z.strictObject({
  day: z.iso.date(),
  workspaceId: z.uuid(),
  number: z.int().positive(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})

/**
 * What a workspace's chain of history ended with on a day, kept outside the database (H01): whoever holds the database can
 * cut the chain's end off or make all of it anew, so that it is sound in itself, but then it does not lead here any more.
 */
export type Anchor = z.output<typeof anchorShape>

/** The anchors of a file, oldest first, and the lines (from 1) that are none. */
export type Anchors = { anchors: Anchor[]; unreadable: number[] }

/** Reads such a file; one that is not there yet holds nothing. */
export const readAnchors = async (file: string): Promise<Anchors> => anchorsIn(await textOf(file))

function anchorsIn(text: string): Anchors {
  const anchors: Anchor[] = []
  const unreadable: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue
    const { success, data } = anchorShape.safeParse(jsonOf(line))
    if (success) anchors.push(data)
    else unreadable.push(index + 1)
  }
  return { anchors, unreadable }
}

/** Adds an anchor at the end of the file, unless this workspace has one of that day or of that link already. */
export async function noteAnchor(file: string, anchor: Anchor): Promise<void> {
  const text = await textOf(file)
  const last = anchorsIn(text).anchors.findLast(({ workspaceId }) => workspaceId === anchor.workspaceId)
  if (last && (last.day === anchor.day || last.number === anchor.number)) return
  // A machine that died while it wrote leaves half a line: what comes next begins on a line of its own.
  const gap = text === '' || text.endsWith('\n') ? '' : '\n'
  await appendFile(file, `${gap}${JSON.stringify(anchor)}\n`, { mode: 0o600, flush: true })
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
