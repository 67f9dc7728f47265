import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import type { Command } from '@/lib/kernel/command'
import { perform } from '@/lib/kernel/perform'

/** Performs a command at a moment of the story; a refusal means that the story itself is wrong, and says where. */
export async function done<I extends z.ZodType, O>(
  command: Command<I, O>,
  actor: Actor,
  input: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<O> {
  const result = await perform(command, actor, input, { now })
  if (result.ok) return result.value
  const { refusal } = result
  const fields = JSON.stringify({ ...refusal.params, ...refusal.fieldSentences('zh-TW') })
  throw new Error(`${command.name} was refused: ${refusal.sentence('zh-TW')} ${fields} ${JSON.stringify(input)}`)
}
