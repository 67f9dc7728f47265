import type { FileName } from '../model'

type Refused = { name: string; sentence: string | null }
export type SentFiles = { stored: FileName[]; refused: Refused[] }

/** Sends files one after the other, so that one that is refused or lost costs only itself; `onStart` hears which is next. */
export async function sendFiles(
  files: readonly File[],
  fields: Readonly<Record<string, string>>,
  onStart: (index: number) => void = () => undefined,
): Promise<SentFiles> {
  const sent: SentFiles = { stored: [], refused: [] }
  for (const [index, file] of files.entries()) {
    onStart(index)
    const answer = await sendFile(file, fields)
    sent.stored.push(...answer.stored)
    sent.refused.push(...answer.refused)
  }
  return sent
}

async function sendFile(file: File, fields: Readonly<Record<string, string>>): Promise<SentFiles> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', file)
  try {
    const response = await fetch('/api/files', { method: 'POST', body: form })
    const answer = (await response.json()) as { files?: FileName[]; refused?: Refused[]; sentence?: string }
    if (answer.files) return { stored: answer.files, refused: answer.refused ?? [] }
    return { stored: [], refused: [{ name: file.name, sentence: answer.sentence ?? null }] }
  } catch {
    return { stored: [], refused: [{ name: file.name, sentence: null }] }
  }
}
